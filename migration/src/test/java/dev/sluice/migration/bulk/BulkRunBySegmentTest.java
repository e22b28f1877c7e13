package dev.sluice.migration.bulk;

import dev.sluice.migration.ledger.jdbc.FreshDatabase;
import dev.sluice.migration.ledger.jdbc.LedgerServer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Bulk runs by segment, on both databases. */
final class BulkRunBySegmentTest {

  @Nested
  final class OnSqlite extends BulkRunBySegment {
    @TempDir private Path directory;

    @Override
    protected String url() {
      return "jdbc:sqlite:" + directory.resolve("ledger.db");
    }
  }

  @Nested
  final class OnPostgres extends BulkRunBySegment {
    private final FreshDatabase fresh = new FreshDatabase();

    @BeforeAll
    static void require() {
      LedgerServer.requireInstalled();
    }

    @Override
    protected String url() {
      return fresh.url();
    }
  }
}
