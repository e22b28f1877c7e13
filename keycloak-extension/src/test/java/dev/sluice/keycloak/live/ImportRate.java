package dev.sluice.keycloak.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.servers.keycloak.KeycloakDatabase;
import dev.sluice.servers.keycloak.KeycloakDistribution;
import dev.sluice.servers.keycloak.KeycloakServer;
import dev.sluice.servers.keycloak.ProviderJar;
import dev.sluice.servers.postgres.PostgresServer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Measures how many users a second a real Keycloak on PostgreSQL takes: {@code ImportRate USERS
 * BATCH CONCURRENT}. A tenth as many users warm it up first.
 */
final class ImportRate {
  private ImportRate() {}

  public static void main(String[] args) throws Exception {
    int users = Integer.parseInt(args[0]);
    int batch = Integer.parseInt(args[1]);
    int concurrent = Integer.parseInt(args[2]);
    String writer = args.length > 3 ? args[3] : "entities";
    try (var postgres = PostgresServer.startDurable();
        var keycloak = start(postgres, writer);
        var gateway = new FakeGateway()) {
      var realm = new TestRealm(new Rest(keycloak), gateway, "hybrid");
      bring(realm, Math.max(users / 10, batch), batch, concurrent);
      Duration cpuBefore = cpuOfServers();
      long start = System.nanoTime();
      bring(realm, users, batch, concurrent);
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpu = cpuOfServers().minus(cpuBefore).toMillis() / 1e3;
      System.out.printf(
          "%d users in batches of %d, %d at once, by %s: %.1f s, %.0f users/s, %.0f users per"
              + " second of a core (Keycloak and PostgreSQL)%n",
          users, batch, concurrent, writer, seconds, users / seconds, users / cpu);
    }
  }

  /** On a machine that does other things too, this says more than the clock. */
  private static Duration cpuOfServers() {
    return ProcessHandle.current()
        .descendants()
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static KeycloakServer start(PostgresServer postgres, String writer) {
    return KeycloakServer.builder(KeycloakDistribution.obtain())
        .providers(ProviderJar.of(ExtensionVersion.class))
        .environment("KC_SPI_ADMIN_REALM_RESTAPI_EXTENSION__SLUICE__WRITER", writer)
        .database(
            new KeycloakDatabase.Postgres(
                postgres.createDatabase("keycloak"), postgres.user(), postgres.password()))
        .start();
  }

  private static void bring(TestRealm realm, int users, int batch, int concurrent)
      throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(concurrent)) {
      var batches =
          IntStream.range(0, users / batch)
              .mapToObj(_ -> threads.submit(() -> realm.bring(batchOf(batch))))
              .toList();
      for (var each : batches) {
        if (!each.get().stream().allMatch(o -> o.path("outcome").asText().equals("created"))) {
          throw new IllegalStateException("Not all were created: " + each.get());
        }
      }
    }
  }

  private static ObjectNode[] batchOf(int size) {
    return IntStream.range(0, size)
        .mapToObj(_ -> UUID.randomUUID().toString())
        .map(id -> fiveAttributes(People.person(id, "user-" + id)))
        .toArray(ObjectNode[]::new);
  }

  private static ObjectNode fiveAttributes(ObjectNode user) {
    ObjectNode attributes = user.withObject("/attributes");
    attributes.putArray("plan").add("gold");
    attributes.putArray("locale").add("de-AT");
    attributes.putArray("tenant").add("t-77");
    user.putArray("links");
    return user;
  }
}
