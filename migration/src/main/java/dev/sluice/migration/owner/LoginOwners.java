package dev.sluice.migration.owner;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LoginKey;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.source.PoolLogins;
import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.Standing;
import java.util.List;
import java.util.Optional;

/**
 * Decides whose login an address or a username is, from what the ledger knows of all profiles. A
 * username is its owner's before it is anybody's email address; then whoever has moved keeps an
 * address; then the best {@link Standing} owns it. The order in which users are read or written
 * decides nothing.
 */
public final class LoginOwners {
  private final Ledger ledger;
  private final PoolLogins logins;

  /**
   * @param ledger only read
   */
  public LoginOwners(Ledger ledger, PoolLogins logins) {
    this.ledger = ledger;
    this.logins = logins;
  }

  /**
   * Returns the claim of a user to its email address.
   *
   * @param standing the user's own
   */
  public EmailClaim claim(PlannedUser user, Standing standing) {
    String email = user.email();
    if (email == null) {
      return EmailClaim.OWN;
    }
    List<LedgerEntry> rivals =
        ledger.rivals(email, user.id()).stream()
            .filter(
                rival -> LoginKey.sameInAnyCase(rival.email(), email) || isUsernameOf(rival, email))
            .toList();
    if (rivals.isEmpty()) {
      return EmailClaim.OWN;
    }
    boolean isOwnUsername = LoginKey.sameInAnyCase(user.username(), email);
    boolean belongsToAnother =
        rivals.stream()
            .anyMatch(rival ->
                hasMoved(rival)
                    || (isUsernameOf(rival, email) && !isOwnUsername)
                    || (isUsernameOf(rival, email) == isOwnUsername
                        && isBetter(rival, user, standing)));
    return belongsToAnother ? EmailClaim.YIELD : EmailClaim.TAKE;
  }

  /**
   * Returns the users who lose their username to this one, because both are one name at the target;
   * empty where this user loses it.
   *
   * @param standing the user's own
   */
  public Optional<List<LedgerEntry>> losersOfUsername(PlannedUser user, Standing standing) {
    List<LedgerEntry> rivals =
        ledger.rivals(user.username(), user.id()).stream()
            .filter(rival -> isUsernameOf(rival, user.username()))
            .filter(rival ->
                rival.state() == MigrationState.IMPORTED
                    || rival.state() == MigrationState.MIGRATED)
            .toList();
    return rivals.isEmpty()
            || rivals.stream().anyMatch(rival -> hasMoved(rival) || isBetter(rival, user, standing))
        ? Optional.empty()
        : Optional.of(rivals);
  }

  private boolean isUsernameOf(LedgerEntry user, String login) {
    return LoginKey.sameInAnyCase(logins.usernameOf(user.identifiers()), login);
  }

  private static boolean isBetter(LedgerEntry rival, PlannedUser user, Standing standing) {
    return Contenders.isBetter(rival.id().value(), rival.standing(), user.id().value(), standing);
  }

  /** A user who must still set a password has been written and has not come. */
  private static boolean hasMoved(LedgerEntry user) {
    return user.state() == MigrationState.MIGRATED && user.by() != MovedBy.FORCED;
  }
}
