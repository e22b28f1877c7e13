package dev.sluice.migration.run;

import dev.sluice.migration.ledger.Ledger;
import dev.sluice.migration.ledger.LedgerEntry;
import dev.sluice.migration.ledger.LedgerException;
import dev.sluice.migration.source.SecondFactors;
import dev.sluice.migration.source.SourceException;
import dev.sluice.migration.user.UserId;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a target that is about to let somebody set a new password whether that would do away with a
 * second factor. Where the source tells it of users only, the one who is looked up may be billed as
 * active, as a login would be.
 */
public final class FactorLookup {
  private static final Logger LOG = LoggerFactory.getLogger(FactorLookup.class);

  private final Ledger ledger;
  private final SecondFactors factors;

  public FactorLookup(Ledger ledger, SecondFactors factors) {
    this.ledger = ledger;
    this.factors = factors;
  }

  /**
   * Throws nothing that the ledger, the source or the network does.
   *
   * @param budget how long it may take; when it is used up nobody can tell
   */
  public FactorStanding of(UserId id, Duration budget) {
    return Budget.within(budget, () -> look(id)).orElse(FactorStanding.UNKNOWN);
  }

  private FactorStanding look(UserId id) {
    try {
      Optional<Boolean> everybody = factors.ofEverybody();
      return everybody.isPresent() ? standing(everybody.get()) : ofOne(id);
    } catch (LedgerException | SourceException unreadable) {
      LOG.warn("Whether a user has a second factor cannot be told: {}", unreadable.getMessage());
      return FactorStanding.UNKNOWN;
    }
  }

  private FactorStanding ofOne(UserId id) {
    return ledger
        .find(id)
        .map(LedgerEntry::username)
        .map(username -> standing(factors.of(username).filter(all -> !all.isEmpty()).isPresent()))
        .orElse(FactorStanding.UNKNOWN);
  }

  private static FactorStanding standing(boolean hasOne) {
    return hasOne ? FactorStanding.YES : FactorStanding.NO;
  }
}
