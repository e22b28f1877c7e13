package dev.sluice.migration.login;

import dev.sluice.api.ledger.Assumptions;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what the target has made of a yes: a user whom it has with a password of its own has
 * moved. If the target shows nothing within ten minutes, it has not acted on the yes, and the next
 * login asks again. Repeating a check does no harm, also when several processes check at once.
 */
public final class Confirmations {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int MOST_AT_ONCE = 500;

  private final Ledger ledger;
  private final Assumptions assumptions;
  private final Target target;
  private final InstantSource clock;

  public Confirmations(Ledger ledger, Assumptions assumptions, Target target, InstantSource clock) {
    this.ledger = ledger;
    this.assumptions = assumptions;
    this.target = target;
    this.clock = clock;
  }

  /** What a check has shown. */
  public enum Found {
    /** The target has the user, and the ledger says so from now on. */
    MOVED,
    /** Not yet; it is checked again later. */
    NOT_YET,
    /** The target has not acted on the yes, and nothing is assumed any more. */
    DROPPED
  }

  /**
   * Checks one user; empty when nothing is assumed of the user.
   *
   * @throws TargetException when the target cannot be read
   */
  public Optional<Found> check(UserId id) {
    return ledger.find(id).flatMap(this::check);
  }

  /**
   * Checks the users with the oldest yes, at most 500 of them.
   *
   * @throws TargetException when the target cannot be read; what was found by then is recorded
   */
  public Map<Found, Long> confirmAll() {
    Map<Found, Long> found = new EnumMap<>(Found.class);
    List<LedgerEntry> assumed = assumptions.oldest(MOST_AT_ONCE);
    for (LedgerEntry entry : assumed) {
      check(entry).ifPresent(what -> found.merge(what, 1L, Long::sum));
    }
    return found;
  }

  private Optional<Found> check(LedgerEntry entry) {
    Instant since = entry.assumed();
    return since == null ? Optional.empty() : Optional.of(check(entry.id(), since));
  }

  private Found check(UserId id, Instant since) {
    Instant before = clock.instant();
    Optional<TargetUser> found = target.find(id);
    if (found.filter(Confirmations::hasItsOwnPassword).isPresent()) {
      ledger.move(FirstLogin.WHO, Change.migrated(id, MovedBy.PASSWORD));
      return Found.MOVED;
    }
    if (before.isBefore(since.plus(PATIENCE))) {
      return Found.NOT_YET;
    }
    String why =
        found.isEmpty()
            ? "the target was sent a yes, but does not have the user: nothing is assumed any"
                + " more"
            : "the target was sent a yes, but has no password of its own for the user: nothing"
                + " is assumed any more";
    return assumptions.drop(FirstLogin.WHO, id, since, why) ? Found.DROPPED : Found.NOT_YET;
  }

  /** Returns whether the target is in charge of a user. */
  static boolean hasItsOwnPassword(TargetUser user) {
    return user.hasPassword() && !user.awaitsFirstLogin();
  }
}
