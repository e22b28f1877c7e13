package dev.sluice.migration.login;

import dev.sluice.api.attempt.AttemptLimit;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.LoginKey;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.UserSource;
import dev.sluice.migration.owner.Contender;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts wrong passwords by person, whichever login was typed, because Cognito does: a username and
 * an email address that counted apart would let a stranger lock their owner out there.
 */
final class AttemptsOfAPerson {
  private static final Logger LOG = LoggerFactory.getLogger(AttemptsOfAPerson.class);

  /** Look-ups at once; a storm of unknown logins must not use up the quota of listing. */
  private static final int AT_ONCE = 2;

  private final Ledger ledger;
  private final UserSource source;
  private final AttemptLimit limit;
  private final Executor aside;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * @param aside runs what nobody waits for, so that the time of an answer tells nothing
   */
  AttemptsOfAPerson(Ledger ledger, UserSource source, AttemptLimit limit, Executor aside) {
    this.ledger = ledger;
    this.source = source;
    this.limit = limit;
    this.aside = aside;
  }

  /**
   * Returns what the attempt is counted for: of several users with one login its owner, and the
   * login itself while nobody is known to have it.
   */
  String countedFor(List<LedgerEntry> known, String typed) {
    return known.stream()
        .map(entry ->
            new Contender(
                LoginKey.sameInAnyCase(entry.username(), typed),
                entry.standing(),
                entry.id().value()))
        .max(Comparator.naturalOrder())
        .map(Contender::id)
        .orElse(typed);
  }

  /** Finds out, beside the answer, whose wrong password that was if the ledger does not know. */
  void wrong(List<LedgerEntry> known, String typed) {
    if (known.isEmpty() && places.tryAcquire()) {
      aside.execute(() -> {
        try {
          learn(typed);
        } finally {
          places.release();
        }
      });
    }
  }

  private void learn(String typed) {
    try {
      source
          .seek(typed)
          .ifPresent(user -> {
            ledger.see(FirstLogin.WHO, List.of(UserIdentifiers.of(user)));
            limit.take(user.id().value());
          });
    } catch (SourceException | LedgerException notNow) {
      LOG.debug("An attempt stays counted for its login alone: {}", notNow.getMessage());
    }
  }
}
