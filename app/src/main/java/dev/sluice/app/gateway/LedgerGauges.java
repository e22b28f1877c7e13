package dev.sluice.app.gateway;

import dev.sluice.migration.ledger.Ledger;
import dev.sluice.migration.ledger.LedgerException;
import dev.sluice.migration.ledger.MigrationState;
import dev.sluice.migration.ledger.MovedBy;
import dev.sluice.migration.ledger.Tally;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How many users stand where, as gauges; counted at most every 15 seconds. */
class LedgerGauges implements MeterBinder {
  private static final Duration FRESH = Duration.ofSeconds(15);

  private final Ledger ledger;
  private Optional<Tally> tally = Optional.empty();
  private Instant counted = Instant.MIN;

  LedgerGauges(GatewayParts parts) {
    this.ledger = parts.ledger();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (MigrationState state : MigrationState.values()) {
      Gauge.builder("sluice.users", this, gauges -> gauges.read(tally -> tally.in(state)))
          .description("Users in the ledger by state")
          .tag("state", state.name())
          .register(registry);
    }
    for (MovedBy by : MovedBy.values()) {
      Gauge.builder("sluice.users.moved", this, gauges -> gauges.read(tally -> tally.by(by)))
          .description("Users in the target's charge by how they moved")
          .tag("by", by.name())
          .register(registry);
    }
  }

  private synchronized double read(ToDoubleFunction<Tally> figure) {
    Instant now = Instant.now();
    if (counted.isBefore(now.minus(FRESH))) {
      tally = count();
      counted = now;
    }
    return tally.map(figure::applyAsDouble).orElse(Double.NaN);
  }

  private Optional<Tally> count() {
    try {
      return Optional.of(ledger.tally());
    } catch (LedgerException unreadable) {
      return Optional.empty();
    }
  }
}
