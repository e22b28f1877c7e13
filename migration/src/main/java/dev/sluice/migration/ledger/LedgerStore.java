package dev.sluice.migration.ledger;

import java.time.InstantSource;

/** An open ledger with all its records. To be closed once. */
public final class LedgerStore implements AutoCloseable {
  private final Database database;
  private final JdbcLedger ledger;
  private final JdbcRunLog runs;
  private final JdbcSeals seals;

  private LedgerStore(Database database, RunLocks locks, InstantSource clock) {
    this.database = database;
    this.ledger = new JdbcLedger(database, clock);
    this.runs = new JdbcRunLog(database, locks, clock);
    this.seals = new JdbcSeals(database, clock);
  }

  /**
   * Opens a ledger, and makes it when there is none.
   *
   * @param url {@code jdbc:sqlite:FILE}, whose directory is made when missing, or {@code
   *     jdbc:postgresql://HOST/DATABASE?user=…&password=…}
   * @throws LedgerException when it cannot be opened, or a newer Sluice has made it
   */
  public static LedgerStore open(String url) {
    return open(url, InstantSource.system());
  }

  /** Opens a ledger whose records carry this clock's time. */
  public static LedgerStore open(String url, InstantSource clock) {
    Place place = Place.of(url);
    return switch (place.dialect()) {
      case SQLITE ->
          new LedgerStore(Sqlite.open(place), new FileRunLocks(place.file(), place), clock);
      case POSTGRESQL ->
          new LedgerStore(Postgresql.open(place), new AdvisoryRunLocks(place), clock);
    };
  }

  /**
   * Opens a ledger quickly, to look and not to write; a write throws.
   *
   * @throws LedgerException also when there is none yet
   */
  public static LedgerStore openToRead(String url) {
    Place place = Place.of(url);
    RunLocks none =
        kind -> {
          throw new LedgerException("The ledger at " + place + " was opened to read only.");
        };
    Database database =
        switch (place.dialect()) {
          case SQLITE -> Sqlite.openToRead(place);
          case POSTGRESQL -> Postgresql.openToRead(place);
        };
    return new LedgerStore(database, none, InstantSource.system());
  }

  public Ledger ledger() {
    return ledger;
  }

  public RunLog runs() {
    return runs;
  }

  public Seals seals() {
    return seals;
  }

  @Override
  public void close() {
    database.close();
  }
}
