package dev.sluice.migration.login;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.source.SecondFactors;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.user.UserId;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a target that is about to let a user set a new password whether that would bypass a second
 * factor. If the source reports factors only by looking up the user, that user may be billed as
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
   * Looks up a user. Throws nothing that the ledger, the source or the network does.
   *
   * @param budget how long it may take; when it is used up the status is unknown
   */
  public SecondFactorStatus of(UserId id, Duration budget) {
    return Budget.within(budget, () -> lookUp(id)).orElse(SecondFactorStatus.UNKNOWN);
  }

  private SecondFactorStatus lookUp(UserId id) {
    try {
      Optional<Boolean> ofAll = factors.ofEverybody();
      return ofAll.isPresent() ? secondFactor(ofAll.get()) : ofOne(id);
    } catch (LedgerException | SourceException unreadable) {
      LOG.warn(
          "Whether a user has a second factor cannot be determined: {}", unreadable.getMessage());
      return SecondFactorStatus.UNKNOWN;
    }
  }

  private SecondFactorStatus ofOne(UserId id) {
    return ledger
        .find(id)
        .map(LedgerEntry::username)
        .map(username ->
            secondFactor(factors.of(username).filter(all -> !all.isEmpty()).isPresent()))
        .orElse(SecondFactorStatus.UNKNOWN);
  }

  private static SecondFactorStatus secondFactor(boolean hasOne) {
    return hasOne ? SecondFactorStatus.YES : SecondFactorStatus.NO;
  }
}
