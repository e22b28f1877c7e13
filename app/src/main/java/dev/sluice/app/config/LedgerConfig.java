package dev.sluice.app.config;

import dev.sluice.api.Secret;
import java.util.regex.Pattern;

/**
 * Where the ledger is.
 *
 * @param url a JDBC URL, which may hold a password
 */
public record LedgerConfig(Secret url) {
  private static final Pattern CREDENTIALS =
      Pattern.compile("(?i)((?:password|sslpassword)=)[^&]*|(//[^/@:]*:)[^@/]*(?=@)");

  /** The URL with any password masked. */
  public String where() {
    return CREDENTIALS.matcher(url.reveal()).replaceAll("$1$2****");
  }

  @Override
  public String toString() {
    return where();
  }
}
