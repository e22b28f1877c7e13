package dev.sluice.app.gateway.health;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Gauges the users by state, and moved users by how they moved. */
public final class LedgerGauges implements MeterBinder {
  private final RecentTally recent;

  LedgerGauges(Ledger ledger) {
    this.recent = new RecentTally(ledger::tally, System::nanoTime);
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    for (MigrationState state : MigrationState.values()) {
      Gauge.builder("sluice.users", () -> recent.read(tally -> tally.in(state)))
          .description("Users in the ledger by state")
          .tag("state", state.name())
          .register(meters);
    }
    for (MovedBy by : MovedBy.values()) {
      Gauge.builder("sluice.users.moved", () -> recent.read(tally -> tally.by(by)))
          .description("Users that the new system is in charge of, by how they moved")
          .tag("by", by.name())
          .register(meters);
    }
  }
}
