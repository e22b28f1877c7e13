package dev.sluice.migration.ledger.jdbc.database;

import dev.sluice.api.ledger.LedgerException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The address of a ledger.
 *
 * @param url as JDBC takes it; it may hold a password, so it must not be printed
 */
public record LedgerAddress(Dialect dialect, String url) {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /**
   * Reads the address of a ledger.
   *
   * @throws LedgerException when this is no place for a ledger
   */
  public static LedgerAddress of(String url) {
    if (url.startsWith(POSTGRESQL)) {
      return new LedgerAddress(Dialect.POSTGRESQL, url);
    }
    if (url.startsWith(SQLITE)) {
      LedgerAddress ledgerAddress = new LedgerAddress(Dialect.SQLITE, url);
      requireFile(ledgerAddress);
      return ledgerAddress;
    }
    throw new LedgerException(
        "\""
            + masked(url)
            + "\" is not a valid place for a ledger: set ledger.url to jdbc:sqlite:FILE or"
            + " jdbc:postgresql://HOST/DATABASE.");
  }

  private static void requireFile(LedgerAddress ledgerAddress) {
    String path = ledgerAddress.path();
    if (path.isBlank() || path.toLowerCase(Locale.ROOT).contains(":memory:")) {
      throw new LedgerException(
          "\"" + ledgerAddress + "\" names no file: set ledger.url to jdbc:sqlite:FILE.");
    }
  }

  /** Returns the database file; for SQLite only. */
  public Path file() {
    try {
      return Path.of(path()).toAbsolutePath();
    } catch (InvalidPathException invalid) {
      throw new LedgerException("\"" + this + "\" names no file: " + invalid.getReason(), invalid);
    }
  }

  /** Returns another file beside the database file; for SQLite only. */
  LedgerAddress beside(String ending) {
    return new LedgerAddress(Dialect.SQLITE, SQLITE + file() + ending);
  }

  private String path() {
    String path = url.substring(SQLITE.length());
    int options = path.indexOf('?');
    return options < 0 ? path : path.substring(0, options);
  }

  /** Returns the address for people, with the password masked. */
  @Override
  public String toString() {
    return dialect == Dialect.SQLITE ? path() : masked(url);
  }

  private static String masked(String url) {
    return url.replaceAll("(?i)(password=)[^&]*", "$1****")
        .replaceAll("//([^:/@?]*):[^@/]*@", "//$1:****@");
  }
}
