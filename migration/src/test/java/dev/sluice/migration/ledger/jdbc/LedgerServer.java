package dev.sluice.migration.ledger.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.servers.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of ledgers, which ends with this process. */
public final class LedgerServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final String READY = "ledger_ready";

  private LedgerServer() {}

  public static void requireInstalled() {
    assumeTrue(
        PostgresServer.isInstalled(),
        "No PostgreSQL on this machine: install your distribution's \"postgresql\" package.");
  }

  /** The address of a database with the tables of a ledger that nobody has used. */
  public static String newDatabase() {
    return create(" template " + READY);
  }

  /** The address of a database in which nothing is. */
  static String emptyDatabase() {
    return create("");
  }

  private static String create(String from) {
    String name = "ledger_" + DATABASES.incrementAndGet();
    Running.execute("create database " + name + from);
    return Running.url(name);
  }

  private static final class Running {
    static final PostgresServer SERVER = PostgresServer.start();
    static final Connection CONNECTION = connect();

    static {
      execute("create database " + READY);
      LedgerStore.open(url(READY)).close();
    }

    static String url(String database) {
      return SERVER.jdbcUrl(database) + "?user=" + SERVER.user() + "&password=" + SERVER.password();
    }

    static synchronized void execute(String sql) {
      try (Statement statement = CONNECTION.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Connection connect() {
      try {
        return DriverManager.getConnection(url(PostgresServer.DATABASE));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
