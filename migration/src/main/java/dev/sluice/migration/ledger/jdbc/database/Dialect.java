package dev.sluice.migration.ledger.jdbc.database;

/** The differences between the two databases. */
public enum Dialect {
  SQLITE("sqlite", "", "cast(unixepoch('subsec') * 1000 as integer) * 1000"),
  POSTGRESQL(
      "postgresql",
      " for update",
      "cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)");

  private final String folder;
  private final String lockingRows;
  private final String micros;

  Dialect(String folder, String lockingRows, String micros) {
    this.folder = folder;
    this.lockingRows = lockingRows;
    this.micros = micros;
  }

  /** Returns where the schema's scripts are. */
  String scripts() {
    return "classpath:dev/sluice/ledger/" + folder;
  }

  /**
   * Returns the end of a query whose rows are about to change; SQLite has a single writer, which
   * needs no such lock.
   */
  public String lockingRows() {
    return lockingRows;
  }

  /** Returns the database's own time, in microseconds since 1970. */
  public String micros() {
    return micros;
  }
}
