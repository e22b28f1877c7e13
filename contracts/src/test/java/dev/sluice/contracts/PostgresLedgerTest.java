package dev.sluice.contracts;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;

final class PostgresLedgerTest extends LedgerContract {
  private @Nullable String url;

  @BeforeAll
  static void start() {
    LedgerServer.requireInstalled();
  }

  @Override
  protected String url() {
    if (url == null) {
      url = LedgerServer.newDatabase();
    }
    return url;
  }
}
