package dev.sluice.app.gateway.health;

import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.Tally;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts users in the ledger at most every 30 seconds, however often it is asked. */
final class RecentTally {
  private static final Logger LOG = LoggerFactory.getLogger(RecentTally.class);
  private static final long FRESH = Duration.ofSeconds(30).toNanos();

  private final Supplier<Tally> ledger;
  private final LongSupplier nanos;
  private Optional<Tally> last = Optional.empty();
  private long countedAt;

  RecentTally(Supplier<Tally> ledger, LongSupplier nanos) {
    this.ledger = ledger;
    this.nanos = nanos;
    this.countedAt = nanos.getAsLong() - FRESH;
  }

  /** Returns a count, or not-a-number if the ledger cannot be read. */
  synchronized double read(ToDoubleFunction<Tally> figure) {
    if (nanos.getAsLong() - countedAt >= FRESH) {
      last = count();
      countedAt = nanos.getAsLong();
    }
    return last.map(figure::applyAsDouble).orElse(Double.NaN);
  }

  private Optional<Tally> count() {
    try {
      return Optional.of(ledger.get());
    } catch (LedgerException unreadable) {
      LOG.warn("The users in the ledger cannot be counted: {}", unreadable.getMessage());
      return Optional.empty();
    }
  }
}
