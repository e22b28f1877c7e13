package dev.sluice.migration.ledger.jdbc.database;

import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** An open database: reads run side by side, and so do writes where the database can. */
public final class Database implements AutoCloseable {
  private final LedgerAddress ledgerAddress;
  private final Jdbi reads;
  private final Jdbi writes;
  private final DataSource connections;
  private final Runnable close;

  Database(LedgerAddress ledgerAddress, DataSource reads, DataSource writes, Runnable close) {
    this.ledgerAddress = ledgerAddress;
    this.reads = Jdbi.create(reads);
    this.writes = Jdbi.create(writes);
    this.connections = writes;
    this.close = close;
  }

  public LedgerAddress ledgerAddress() {
    return ledgerAddress;
  }

  public Dialect dialect() {
    return ledgerAddress.dialect();
  }

  /** Returns connections that may write, where the database was opened for that. */
  public DataSource connections() {
    return connections;
  }

  /** Runs queries, each on its own. */
  public <T> T read(Work<T> work) {
    try {
      return reads.withHandle(work::on);
    } catch (JdbiException problem) {
      throw DatabaseProblems.describe(ledgerAddress, "read", problem);
    }
  }

  /** Runs a transaction: all of it is written, or nothing. */
  public <T> T write(Work<T> work) {
    try {
      return writes.inTransaction(work::on);
    } catch (JdbiException problem) {
      throw DatabaseProblems.describe(ledgerAddress, "write", problem);
    }
  }

  @Override
  public void close() {
    close.run();
  }

  /** What is done with a connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Handle handle);
  }
}
