package dev.sluice.migration.ledger.jdbc;

import org.jspecify.annotations.Nullable;

/** A database made when it is first asked for. */
public final class FreshDatabase {
  private @Nullable String url;

  public String url() {
    if (url == null) {
      url = LedgerServer.newDatabase();
    }
    return url;
  }
}
