package dev.sluice.app.wiring;

import dev.sluice.api.pace.Pacing;
import dev.sluice.app.config.LedgerConfig;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import org.jspecify.annotations.Nullable;

/**
 * Shares the request quota among all processes that use a ledger; without a ledger, there are none.
 */
public final class LedgerPacing implements AutoCloseable {
  private final @Nullable LedgerStore ledger;

  private LedgerPacing(@Nullable LedgerStore ledger) {
    this.ledger = ledger;
  }

  /** Opens an existing ledger only to share its pace. */
  public static LedgerPacing of(LedgerConfig config) {
    String url = config.url().reveal();
    return new LedgerPacing(LedgerStore.isThere(url) ? LedgerStore.openToRead(url) : null);
  }

  public Pacing pacing() {
    return ledger == null ? Pacing.ALONE : ledger.pacing();
  }

  @Override
  public void close() {
    if (ledger != null) {
      ledger.close();
    }
  }
}
