package dev.sluice.migration.ledger;

/** What little differs between the two databases. */
enum Dialect {
  SQLITE("sqlite", ""),
  POSTGRESQL("postgresql", " for update");

  private final String folder;
  private final String lockingRows;

  Dialect(String folder, String lockingRows) {
    this.folder = folder;
    this.lockingRows = lockingRows;
  }

  /** Where the schema's scripts are. */
  String scripts() {
    return "classpath:dev/sluice/ledger/" + folder;
  }

  /** Ends a query whose rows are about to change; SQLite has one writer, who needs no such lock. */
  String lockingRows() {
    return lockingRows;
  }
}
