package dev.sluice.contracts;

import org.jspecify.annotations.Nullable;

/** A database made when it is first asked for. */
final class FreshDatabase {
  private @Nullable String url;

  String url() {
    if (url == null) {
      url = LedgerServer.newDatabase();
    }
    return url;
  }
}
