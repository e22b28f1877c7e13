package dev.sluice.migration.ledger.jdbc;

import dev.sluice.api.Secret;
import dev.sluice.api.attempt.AttemptLimit;
import dev.sluice.api.ledger.Assumptions;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerBindings;
import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.PoolScans;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.ledger.Seals;
import dev.sluice.api.pace.Pacing;
import dev.sluice.api.pace.SharedPace;
import dev.sluice.api.pace.Turns;
import dev.sluice.migration.ledger.jdbc.database.AdvisoryRunLocks;
import dev.sluice.migration.ledger.jdbc.database.Database;
import dev.sluice.migration.ledger.jdbc.database.FileRunLocks;
import dev.sluice.migration.ledger.jdbc.database.LedgerAddress;
import dev.sluice.migration.ledger.jdbc.database.Postgresql;
import dev.sluice.migration.ledger.jdbc.database.RunLocks;
import dev.sluice.migration.ledger.jdbc.database.Schema;
import dev.sluice.migration.ledger.jdbc.database.Sqlite;
import dev.sluice.migration.ledger.jdbc.history.JdbcSeals;
import dev.sluice.migration.ledger.jdbc.run.JdbcRunLog;
import dev.sluice.migration.ledger.jdbc.run.JdbcTurns;
import dev.sluice.migration.ledger.jdbc.scan.JdbcPoolScans;
import java.nio.file.Files;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An open ledger with all its records. Close it once. */
public final class LedgerStore implements AutoCloseable {
  private final Database database;
  private final JdbcLedger ledger;
  private final JdbcRunLog runs;
  private final JdbcSeals seals;
  private final JdbcPoolScans scans;
  private final JdbcAssumptions assumptions;
  private final JdbcLedgerBindings bindings;
  private final InstantSource clock;
  private @Nullable Database shared;

  private LedgerStore(Database database, RunLocks locks, InstantSource clock) {
    this.database = database;
    this.ledger = new JdbcLedger(database, clock);
    this.runs = new JdbcRunLog(database, locks, clock);
    this.seals = new JdbcSeals(database, clock);
    this.scans = new JdbcPoolScans(database, clock);
    this.assumptions = new JdbcAssumptions(database, clock);
    this.bindings = new JdbcLedgerBindings(database);
    this.clock = clock;
  }

  /**
   * Opens a ledger, and creates it when there is none.
   *
   * @param url {@code jdbc:sqlite:FILE}, whose directory is created when missing, or {@code
   *     jdbc:postgresql://HOST/DATABASE?user=…&password=…}
   * @throws LedgerException when it cannot be opened, or was created by a newer Sluice
   */
  public static LedgerStore open(String url) {
    return open(url, InstantSource.system());
  }

  /** Opens a ledger whose records carry this clock's time. */
  public static LedgerStore open(String url, InstantSource clock) {
    LedgerAddress ledgerAddress = LedgerAddress.of(url);
    return switch (ledgerAddress.dialect()) {
      case SQLITE ->
          new LedgerStore(
              Sqlite.open(ledgerAddress),
              new FileRunLocks(ledgerAddress.file(), ledgerAddress),
              clock);
      case POSTGRESQL ->
          new LedgerStore(
              Postgresql.open(ledgerAddress), new AdvisoryRunLocks(ledgerAddress), clock);
    };
  }

  /**
   * Opens a ledger quickly and read-only; a write throws.
   *
   * @throws LedgerException also when there is none yet
   */
  public static LedgerStore openToRead(String url) {
    LedgerAddress ledgerAddress = LedgerAddress.of(url);
    RunLocks none =
        kind -> {
          throw new LedgerException("The ledger at " + ledgerAddress + " was opened to read only.");
        };
    Database database =
        switch (ledgerAddress.dialect()) {
          case SQLITE -> Sqlite.openToRead(ledgerAddress);
          case POSTGRESQL -> Postgresql.openToRead(ledgerAddress);
        };
    return new LedgerStore(database, none, InstantSource.system());
  }

  /**
   * Returns whether there is a ledger already. Reads only.
   *
   * @throws LedgerException when that cannot be determined
   */
  public static boolean isThere(String url) {
    LedgerAddress ledgerAddress = LedgerAddress.of(url);
    return switch (ledgerAddress.dialect()) {
      case SQLITE -> Files.exists(ledgerAddress.file());
      case POSTGRESQL -> Schema.isThere(ledgerAddress, Postgresql.source(ledgerAddress));
    };
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

  public PoolScans scans() {
    return scans;
  }

  /** Returns the pool and the target that the ledger is bound to. */
  public LedgerBindings bindings() {
    return bindings;
  }

  /** Returns the users who are assumed to have moved. */
  public Assumptions assumptions() {
    return assumptions;
  }

  /**
   * Returns turns for all processes on this ledger; also for a ledger that was opened to read only.
   */
  public Turns turns() {
    return new JdbcTurns(shared());
  }

  /**
   * Returns one pace for all processes on this ledger; also for a ledger that was opened to read
   * only.
   */
  public Pacing pacing() {
    Turns turns = turns();
    return (quota, most) -> new SharedPace(turns, quota, most);
  }

  /**
   * Returns attempts counted for all processes on this ledger. The clocks of their machines may
   * differ by seconds, not by minutes.
   *
   * @param key what logins are hashed with; the same for all
   */
  public AttemptLimit attempts(Secret key) {
    return new JdbcAttemptLimit(shared(), new LoginHash(key), clock);
  }

  /** Returns connections to the table {@code scheduled_tasks}, in which runs are handed over. */
  public DataSource tasks() {
    return database.connections();
  }

  private synchronized Database shared() {
    Database open = shared == null ? openShared() : shared;
    shared = open;
    return open;
  }

  private Database openShared() {
    return switch (database.dialect()) {
      case SQLITE -> Sqlite.openShared(database.ledgerAddress());
      case POSTGRESQL -> Postgresql.openShared(database.ledgerAddress());
    };
  }

  @Override
  public synchronized void close() {
    if (shared != null) {
      shared.close();
    }
    database.close();
  }
}
