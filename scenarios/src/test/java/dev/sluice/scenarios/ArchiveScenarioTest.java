package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rehearsal.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ArchiveScenarioTest {
  private static final int USERS = 900;
  private static final int KILLS = 3;

  /** So many people are compared in everything that Keycloak says of them. */
  private static final int LOOKED_AT = 25;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void an_archive_whose_export_was_killed_moves_the_same_people_as_the_pool(@TempDir Path directory)
      throws InterruptedException, IOException {
    long users = Rehearsal.freshSeed();
    Map<String, JsonNode> fromPool =
        movedFromThePool(users, Files.createDirectory(directory.resolve("a")));
    Path place = Files.createDirectory(directory.resolve("b"));
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(USERS, users);
        Migration migration =
            new Migration(place, rehearsal.asPool(), LedgerKind.SQLITE, "hybrid")) {
      migration.mustDo("provision", "--execute");
      killExports(migration, rehearsal);
      JsonNode export = migration.mustDo("export", "--to", "archive", "--json").json();
      assertThat(export.path("resumed").asBoolean()).isTrue();
      assertThat(export.path("users").asInt()).isEqualTo(USERS);
      migration.mustDo("archive", "verify", "archive");
      long asked = rehearsal.pool().calls().total();

      Ran bulk = migration.sluice("bulk", "--from", "archive", "--execute");
      assertThat(bulk.exitCode()).as(bulk.toString()).isZero();
      assertThat(rehearsal.pool().calls().total()).isEqualTo(asked);
      assertThat(people(migration)).as("seed %d", seed).isEqualTo(fromPool);
    }
  }

  private static Map<String, JsonNode> movedFromThePool(long users, Path place) {
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(USERS, users);
        Migration migration =
            new Migration(place, rehearsal.asPool(), LedgerKind.SQLITE, "hybrid")) {
      migration.mustDo("provision", "--execute");
      Ran bulk = migration.sluice("bulk", "--execute");
      assertThat(bulk.exitCode()).as(bulk.toString()).isZero();
      return people(migration);
    }
  }

  /** Pages come slowly, so that all kills come between them, on a machine that is busy too. */
  private void killExports(Migration migration, Rehearsal rehearsal) throws InterruptedException {
    Fault slow = new Fault.Slow(Duration.ofMillis(400));
    rehearsal.pool().faults().share(1, "ListUsers", slow).share(1, "ListUsersInGroup", slow);
    for (int kill = 0; kill < KILLS; kill++) {
      long until = rehearsal.pagesRead() + 1 + random.nextInt(4);
      try (SluiceProcess export = migration.start("export", "--to", "archive")) {
        while (rehearsal.pagesRead() < until && export.isRunning()) {
          Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(250));
        export.kill();
      }
      assertThat(migration.directory().resolve("archive/manifest.json")).doesNotExist();
    }
    rehearsal.pool().faults().clear();
  }

  /** Everybody's id, and of some everything but what names the realm's own parts. */
  private static Map<String, JsonNode> people(Migration migration) {
    KeycloakAdmin admin = Place.shared().admin();
    Map<String, JsonNode> people = new TreeMap<>();
    for (String id : admin.userIds(migration.realm())) {
      people.put(id, JsonNodeFactory.instance.objectNode());
    }
    List.copyOf(people.keySet()).stream()
        .limit(LOOKED_AT)
        .forEach(id -> people.put(id, everything(admin, migration.realm(), id)));
    return people;
  }

  private static JsonNode everything(KeycloakAdmin admin, String realm, String id) {
    ObjectNode user = (ObjectNode) admin.user(realm, id);
    user.remove(List.of("origin", "federationLink"));
    return user.put("groups", String.join(" ", admin.groupPaths(realm, id)));
  }
}
