package dev.sluice.migration.ledger.jdbc.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.api.ledger.LedgerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Ledgers on a PostgreSQL server, which many machines share. */
public final class Postgresql {
  private static final int CONNECTIONS = 10;
  private static final int SHARED_CONNECTIONS = 3;

  /** The number of a lock that lasts as long as its connection; nothing else uses it. */
  private static final long MAKING_TABLES = 0x5105_1CE0_1ED6_E401L;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(10);

  private Postgresql() {}

  public static Database open(LedgerAddress ledgerAddress) {
    DataSource source = source(ledgerAddress);
    if (!Schema.isUpToDate(ledgerAddress, source)) {
      alone(ledgerAddress, source, () -> Schema.bringUpToDate(ledgerAddress, source));
    }
    HikariDataSource pool = new HikariDataSource(config(source, CONNECTIONS));
    return new Database(ledgerAddress, pool, pool, pool::close);
  }

  /**
   * Lets one of several processes that begin on an empty database at the same time create the
   * tables.
   */
  private static void alone(LedgerAddress ledgerAddress, DataSource source, Runnable work) {
    try (Connection held = source.getConnection();
        Statement lock = held.createStatement()) {
      lock.execute("select pg_advisory_lock(" + MAKING_TABLES + ")");
      work.run();
    } catch (SQLException problem) {
      throw DatabaseProblems.describe(ledgerAddress, "open", problem);
    }
  }

  /**
   * Opens what processes share at the moment, on connections of its own, so that it never waits for
   * the ledger's writers. A write is not on disk when it is done: when the server dies the last
   * ones are missing, which does no harm.
   */
  public static Database openShared(LedgerAddress ledgerAddress) {
    HikariConfig config = config(source(ledgerAddress), SHARED_CONNECTIONS);
    config.setConnectionInitSql("set synchronous_commit = off");
    HikariDataSource pool = new HikariDataSource(config);
    return new Database(ledgerAddress, pool, pool, pool::close);
  }

  public static Database openToRead(LedgerAddress ledgerAddress) {
    PGSimpleDataSource source = source(ledgerAddress);
    source.setReadOnly(true);
    Schema.requireUpToDate(ledgerAddress, source);
    return new Database(ledgerAddress, source, source, () -> {});
  }

  public static PGSimpleDataSource source(LedgerAddress ledgerAddress) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(ledgerAddress.url());
    } catch (IllegalArgumentException invalid) {
      throw new LedgerException(
          "\""
              + ledgerAddress
              + "\" is not an address: write"
              + " jdbc:postgresql://HOST:PORT/DATABASE.");
    }
    source.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
    source.setTcpKeepAlive(true);
    source.setApplicationName("sluice");
    return source;
  }

  private static HikariConfig config(DataSource source, int connections) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    return config;
  }
}
