package dev.sluice.app.config;

import dev.sluice.api.Secret;

/**
 * Where the ledger is.
 *
 * @param url a JDBC URL, which may hold a password
 */
public record LedgerConfig(Secret url) {
  /** The URL with any password masked. */
  public String where() {
    return Credentials.masked(url.reveal());
  }

  @Override
  public String toString() {
    return where();
  }
}
