package dev.sluice.migration.owner;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LoginKey;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.PoolLogins;
import dev.sluice.api.user.Standing;
import dev.sluice.api.user.UserId;
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
   * @param ledger where {@link #lookAgainAtLosers} alone writes
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
    List<LedgerEntry> rivals = everybodyWith(email, user.id());
    if (rivals.isEmpty()) {
      return EmailClaim.OWN;
    }
    Contender own = contender(user, email, standing);
    return rivals.stream()
            .filter(LoginOwners::claims)
            .anyMatch(rival -> hasMoved(rival) || isBetter(rival, email, own))
        ? EmailClaim.YIELD
        : EmailClaim.TAKE;
  }

  /** Returns another user whose claim to this user's email address is better. */
  public Optional<LedgerEntry> betterOwner(LedgerEntry user) {
    String email = user.email();
    if (email == null) {
      return Optional.empty();
    }
    Contender own = new Contender(isUsernameOf(user, email), user.standing(), user.id().value());
    return rivals(email, user.id()).stream()
        .filter(rival -> hasMoved(rival) || isBetter(rival, email, own))
        .findFirst();
  }

  /**
   * Returns the user with its claim to its email address. Others who may have the address at the
   * target now are looked at by the next sync: once it is taken from them, they may get it back.
   *
   * @param standing the user's own
   */
  public PlannedUser claiming(PlannedUser user, Standing standing) {
    PlannedUser claiming = user.claiming(claim(user, standing));
    lookAgainAtLosers(claiming);
    return claiming;
  }

  /** Lets the next sync look at others who may lose the address that this user takes. */
  public void lookAgainAtLosers(PlannedUser owner) {
    String email = owner.email();
    if (owner.emailClaim() == EmailClaim.TAKE && email != null) {
      ledger.lookAgain(
          rivals(email, owner.id()).stream()
              .filter(LoginOwners::isWritten)
              .map(LedgerEntry::id)
              .toList());
    }
  }

  /**
   * Returns whether the user waits for another: one with a better claim to its username, or to its
   * email address, is still to be written, or may yet lose its own username.
   *
   * @param standing the user's own
   */
  public boolean isUndecided(PlannedUser user, Standing standing) {
    if (awaitsOwner(user.username(), contender(user, user.username(), standing))) {
      return true;
    }
    String email = user.email();
    if (email == null) {
      return false;
    }
    Contender own = contender(user, email, standing);
    List<LedgerEntry> rivals = rivals(email, user.id());
    return rivals.stream().noneMatch(LoginOwners::hasMoved)
        && rivals.stream().anyMatch(rival -> isBetter(rival, email, own) && isOpen(rival));
  }

  /** Returns the others who claim an address. */
  private List<LedgerEntry> rivals(String email, UserId user) {
    return everybodyWith(email, user).stream().filter(LoginOwners::claims).toList();
  }

  /** Returns the others with an address; one who was rejected may have it at the target still. */
  private List<LedgerEntry> everybodyWith(String email, UserId user) {
    return ledger.rivals(email, user).stream()
        .filter(rival -> LoginKey.sameAtTarget(rival.email(), email) || isUsernameOf(rival, email))
        .toList();
  }

  /** A user whom the target refuses claims nothing. */
  private static boolean claims(LedgerEntry user) {
    return user.state() != MigrationState.REJECTED;
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
            .filter(LoginOwners::isWritten)
            .toList();
    Contender own = contender(user, user.username(), standing);
    return rivals.isEmpty()
            || rivals.stream()
                .anyMatch(rival -> hasMoved(rival) || isBetter(rival, user.username(), own))
        ? Optional.empty()
        : Optional.of(rivals);
  }

  private boolean isOpen(LedgerEntry user) {
    if (user.state() == MigrationState.DISCOVERED) {
      return true;
    }
    String username = user.typed(logins);
    return awaitsOwner(username, new Contender(true, user.standing(), user.id().value()));
  }

  /** Returns whether another with a better claim to a username is still to be settled. */
  private boolean awaitsOwner(String username, Contender own) {
    return ledger.rivals(username, new UserId(own.id())).stream()
        .filter(rival -> isUsernameOf(rival, username))
        .anyMatch(
            rival -> rival.state() == MigrationState.DISCOVERED && isBetter(rival, username, own));
  }

  /**
   * Returns whether it cannot be said yet who owns a username: one with a better claim is still to
   * be settled, or whoever has the username now.
   *
   * @param standing the user's own
   */
  public boolean isUsernameUndecided(PlannedUser user, Standing standing) {
    Contender own = contender(user, user.username(), standing);
    List<LedgerEntry> rivals =
        ledger.rivals(user.username(), user.id()).stream()
            .filter(rival -> isUsernameOf(rival, user.username()))
            .toList();
    List<LedgerEntry> open =
        rivals.stream().filter(rival -> rival.state() == MigrationState.DISCOVERED).toList();
    return open.stream().anyMatch(rival -> isBetter(rival, user.username(), own))
        || (!open.isEmpty() && rivals.stream().noneMatch(LoginOwners::isWritten));
  }

  private static boolean isWritten(LedgerEntry user) {
    return user.state() == MigrationState.IMPORTED || user.state() == MigrationState.MIGRATED;
  }

  private boolean isUsernameOf(LedgerEntry user, String login) {
    return LoginKey.sameAtTarget(user.typed(logins), login);
  }

  private static Contender contender(PlannedUser user, String login, Standing standing) {
    return new Contender(
        LoginKey.sameAtTarget(user.username(), login), standing, user.id().value());
  }

  private boolean isBetter(LedgerEntry rival, String login, Contender other) {
    return new Contender(isUsernameOf(rival, login), rival.standing(), rival.id().value())
        .isBetterThan(other);
  }

  /** A user who must still set a password has been written and has not come. */
  private static boolean hasMoved(LedgerEntry user) {
    return user.state() == MigrationState.MIGRATED && user.by() != MovedBy.FORCED;
  }
}
