package dev.sluice.migration.verify;

import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * One thing about one user of which the source, the ledger and the target are not of one mind.
 *
 * @param username as the source or the ledger knows it
 * @param state what the ledger says; null when it does not know the user
 * @param field what is not equal, such as {@code email} or {@code attribute plan}
 * @param wanted what the target should have; null when nothing
 * @param found what it has; null when nothing
 * @param changedSince whether the user has changed at the source since the target was last given it
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

  /** How bad it is; the worst first. */
  public enum Kind {
    /** Verified, enabled or free of an obligation at the target alone, in Cognito's charge. */
    MORE_TRUSTED,
    /** The ledger says that the target has the user, and it has not. */
    MISSING,
    /** In the source, and deleted at the target before it moved: the ledger was told. */
    DELETED,
    /** The target has a user of whom the ledger says that it has not. */
    UNEXPECTED,
    /** The ledger and the target differ about where the user's password is. */
    PASSWORD,
    /** A field of a user in Cognito's charge is not as the source has it. */
    DIFFERENT,
    /** The source's user cannot be mapped any more, and so not be compared. */
    NOT_COMPARED,
    /** In the source, and nobody has brought or rejected the user yet. */
    NOT_BROUGHT,
    /** At the target and in Cognito's charge, but no longer in the source. */
    NOT_IN_SOURCE,
    /** A field of a user whom the target is in charge of is not as the source has it. */
    DRIFT;

    /** Whether the two systems are unequal by it. */
    public boolean counts(boolean strict) {
      return this != DRIFT || strict;
    }
  }
}
