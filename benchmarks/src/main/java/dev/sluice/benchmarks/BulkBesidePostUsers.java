package dev.sluice.benchmarks;

import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.servers.keycloak.KeycloakDatabase;
import dev.sluice.servers.keycloak.KeycloakDistribution;
import dev.sluice.servers.keycloak.KeycloakServer;
import dev.sluice.servers.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Users a second of {@code sluice bulk} into Keycloak on PostgreSQL, beside a plain {@code POST
 * /users} loop with 8 connections, in one run on one machine. Both are warmed up first.
 */
public final class BulkBesidePostUsers {
  private static final int CONNECTIONS = 8;
  private static final int WARM_UP_LOOP = 4_000;
  private static final int WARM_UP_BULK = 10_000;

  private BulkBesidePostUsers() {}

  /**
   * Prints one line a measurement.
   *
   * @param args the number of users that {@code bulk} moves, and the number that the loop creates
   */
  public static void main(String... args) throws IOException, InterruptedException {
    int bulkUsers = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int loopUsers = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    Path directory = Files.createTempDirectory("sluice-benchmark-");
    try (PostgresServer postgres = PostgresServer.startDurable();
        KeycloakServer keycloak = keycloak(postgres);
        RehearsalPool small = pool(WARM_UP_BULK, 1);
        RehearsalPool large = pool(bulkUsers, 2)) {
      PostUsersLoop loop =
          new PostUsersLoop(keycloak.url(), keycloak.adminUsername(), keycloak.adminPassword());
      SluiceBulk bulk = new SluiceBulk(directory, keycloak);
      loop.createRealm("warm-up-loop");
      loop.create("warm-up-loop", users(small, WARM_UP_LOOP), CONNECTIONS);
      bulk.move("warm-up-bulk", small);
      loop.createRealm("loop");
      report(
          "POST /users, 8 connections",
          loopUsers,
          loop.create("loop", users(large, loopUsers), CONNECTIONS));
      SluiceBulk.Moved moved = bulk.move("bulk", large);
      report("sluice bulk, users written", moved.written(), moved.time());
      System.out.printf(
          "in a heap of %d MB; ledger: %,d bytes a user read%n",
          SluiceBulk.HEAP_MEGABYTES, moved.ledgerBytes() / bulkUsers);
    }
  }

  private static KeycloakServer keycloak(PostgresServer postgres) {
    return KeycloakServer.builder(KeycloakDistribution.obtain())
        .providers(
            Path.of(
                System.getProperty("sluice.home", "."),
                "keycloak-extension/target/sluice-keycloak-extension-0.1.0.jar"))
        .database(
            new KeycloakDatabase.Postgres(
                postgres.createDatabase("keycloak"), postgres.user(), postgres.password()))
        .heapMegabytes(1024)
        .start();
  }

  /**
   * Starts a pool of this seed; pools need different seeds, because an id can be in one realm only.
   */
  private static RehearsalPool pool(long users, long seed) {
    return RehearsalPool.start(
        RehearsalOptions.standard()
            .withUsers(users)
            .withSeed(seed)
            .withQuotas(Quotas.off())
            .withShortPages(false));
  }

  private static List<MadeUser> users(RehearsalPool pool, int count) {
    return pool.users().limit(count).toList();
  }

  private static void report(String what, long users, Duration time) {
    double seconds = time.toMillis() / 1000.0;
    System.out.printf(
        "%-28s %,9d users  %7.1f s  %,8.0f users/s%n", what, users, seconds, users / seconds);
  }
}
