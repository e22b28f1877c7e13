package dev.sluice.contracts;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLedgerTest extends LedgerContract {
  @TempDir private Path directory;

  @Override
  protected String url() {
    return "jdbc:sqlite:" + directory.resolve("made on demand").resolve("ledger.db");
  }
}
