package dev.sluice.contracts;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.servers.PostgresServer;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of ledgers, which ends with this process. */
final class LedgerServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private LedgerServer() {}

  static void requireInstalled() {
    assumeTrue(
        PostgresServer.isInstalled(),
        "No PostgreSQL on this machine: install your distribution's \"postgresql\" package.");
  }

  /** The address of a database in which nothing is. */
  static String newDatabase() {
    PostgresServer server = Running.SERVER;
    String url = server.createDatabase("ledger_" + DATABASES.incrementAndGet());
    return url + "?user=" + server.user() + "&password=" + server.password();
  }

  private static final class Running {
    static final PostgresServer SERVER = PostgresServer.start();
  }
}
