package dev.sluice.app.command;

import dev.sluice.app.config.LedgerConfig;
import dev.sluice.migration.ledger.LedgerStore;
import dev.sluice.migration.pace.Pacing;
import org.jspecify.annotations.Nullable;

/** The quota is one for all who are at work on a ledger; where there is none, nobody is. */
final class LedgerPacing implements AutoCloseable {
  private final @Nullable LedgerStore ledger;

  private LedgerPacing(@Nullable LedgerStore ledger) {
    this.ledger = ledger;
  }

  /** Opens the ledger only to share its paces, and makes none. */
  static LedgerPacing of(LedgerConfig config) {
    String url = config.url().reveal();
    return new LedgerPacing(LedgerStore.isThere(url) ? LedgerStore.openToRead(url) : null);
  }

  Pacing pacing() {
    return ledger == null ? Pacing.ALONE : ledger.pacing();
  }

  @Override
  public void close() {
    if (ledger != null) {
      ledger.close();
    }
  }
}
