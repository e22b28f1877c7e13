package dev.sluice.app.gateway.health;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.user.UserId;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Reports down if the ledger cannot be read; the source and the target do not count. */
public final class LedgerHealth implements HealthIndicator {
  private static final UserId UNKNOWN_USER = new UserId("health");

  private final Ledger ledger;

  LedgerHealth(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Health health() {
    try {
      ledger.find(UNKNOWN_USER);
      return Health.up().build();
    } catch (LedgerException unreadable) {
      return Health.down().build();
    }
  }
}
