package dev.sluice.migration.verify;

import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * One thing about one user on which the source, the ledger and the target disagree.
 *
 * @param username as the source or the ledger knows it
 * @param state what the ledger says; null when it does not know the user
 * @param field what is not equal, such as {@code email} or {@code attribute plan}
 * @param wanted what the target should have; null when nothing
 * @param found what it has; null when nothing
 * @param changedSince whether the user has changed at the source since it was last written to the
 *     target
 */
public record Disagreement(
    UserId id,
    String username,
    @Nullable MigrationState state,
    Kind kind,
    String field,
    @Nullable String wanted,
    @Nullable String found,
    boolean changedSince) {

  /** The kinds of disagreement, the worst first. */
  public enum Kind {
    /**
     * Verified, enabled or free of a required action at the target alone, while Cognito is in
     * charge.
     */
    MORE_TRUSTED,
    /** The ledger says that the target has the user, but it has not. */
    MISSING,
    /**
     * In the source, but deleted at the target before it moved, as the target reported to the
     * ledger.
     */
    DELETED,
    /** The target has a user whom, according to the ledger, it does not have. */
    UNEXPECTED,
    /** The ledger and the target differ about where the user's password is. */
    PASSWORD,
    /** A field of a user differs from the source while Cognito is in charge. */
    DIFFERENT,
    /** The source's user can no longer be mapped, and so cannot be compared. */
    NOT_COMPARED,
    /** In the source, but neither brought nor rejected yet. */
    NOT_BROUGHT,
    /** At the target while Cognito is in charge, but no longer in the source. */
    NOT_IN_SOURCE,
    /** A field differs from the source, and the target is in charge of the user. */
    DRIFT;

    /** Returns whether it makes the two systems unequal. */
    public boolean counts(boolean strict) {
      return this != DRIFT || strict;
    }
  }
}
