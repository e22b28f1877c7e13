package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.harness.PoolAdministrator;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.scenarios.LedgerTables.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The pool goes on living after the bulk run, and Keycloak follows. */
class SyncScenarioTest {

  @ParameterizedTest
  @EnumSource(LedgerKind.class)
  void keycloak_follows_the_pool_until_a_user_has_moved(LedgerKind ledger, @TempDir Path directory)
      throws InterruptedException {
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(200);
        Migration migration = new Migration(directory, rehearsal.asPool(), ledger, "hybrid")) {
      migration.mustDo("provision", "--execute");
      migration.mustDo("bulk", "--execute");
      migration.serve();
      whatChangesInThePoolArrives(rehearsal, migration);
      whoHasMovedIsLeftAloneAndReported(rehearsal, migration);
      whoSignsUpAgainWithTheSameAddressArrives(rehearsal, migration);
      whoLogsInMeanwhileLosesNothing(rehearsal, migration);
      assertThat(found(migration.mustDo("sync", "--execute", "--json")).path("changed").asInt())
          .isZero();
    }
  }

  private static void whatChangesInThePoolArrives(Rehearsal rehearsal, Migration migration) {
    PoolAdministrator administrator = rehearsal.asPool().administrator();
    MadeUser renamed = rehearsal.someoneWhoCanLogIn(0);
    MadeUser disabled = rehearsal.someoneWhoCanLogIn(1);
    MadeUser deleted = rehearsal.someoneWhoCanLogIn(2);
    MadeUser joined = rehearsal.someoneWhoCanLogIn(3);
    String group =
        rehearsal.users().stream()
            .flatMap(user -> user.groups().stream())
            .filter(name -> !joined.groups().contains(name))
            .findFirst()
            .orElseThrow();
    administrator.sets(renamed.username(), "email", "moved@example.org");
    administrator.sets(renamed.username(), "email_verified", "false");
    administrator.sets(renamed.username(), "family_name", "Němcová");
    administrator.does("AdminDisableUser", disabled.username());
    administrator.does("AdminDeleteUser", deleted.username());
    administrator.does("AdminAddUserToGroup", joined.username(), Map.of("GroupName", group));

    JsonNode plan = found(migration.mustDo("sync", "--json"));
    assertThat(there(migration, renamed).path("email").asString())
        .isNotEqualTo("moved@example.org");
    JsonNode done = found(migration.mustDo("sync", "--execute", "--json"));

    assertThat(done).isEqualTo(plan);
    assertThat(done.path("changed").asInt()).isEqualTo(2);
    assertThat(done.path("disabled").asInt()).isOne();
    assertThat(done.path("gone").asInt()).isOne();
    assertThat(there(migration, renamed).path("email").asString()).isEqualTo("moved@example.org");
    assertThat(there(migration, renamed).path("emailVerified").asBoolean()).isFalse();
    assertThat(there(migration, renamed).path("lastName").asString()).isEqualTo("Němcová");
    assertThat(there(migration, disabled).path("enabled").asBoolean()).isFalse();
    assertThat(Place.shared().admin().userIds(migration.realm())).doesNotContain(deleted.sub());
    assertThat(Place.shared().admin().groupPaths(migration.realm(), joined.sub()))
        .contains("/" + group);
    assertThat(migration.login(disabled.username(), disabled.password()).letIn()).isFalse();
    assertThat(migration.login(renamed.username(), renamed.password()).sub())
        .isEqualTo(renamed.sub());
  }

  private static void whoHasMovedIsLeftAloneAndReported(Rehearsal rehearsal, Migration migration)
      throws InterruptedException {
    PoolAdministrator administrator = rehearsal.asPool().administrator();
    MadeUser moved = rehearsal.someoneWhoCanLogIn(4);
    assertThat(migration.login(moved.username(), moved.password()).letIn()).isTrue();
    assertThat(migration.ledger().once(moved.sub(), Row.MOVED_BY_PASSWORD::equals))
        .contains(Row.MOVED_BY_PASSWORD);
    JsonNode before = there(migration, moved);
    administrator.sets(moved.username(), "family_name", "Late");
    administrator.does("AdminDisableUser", moved.username());

    JsonNode report = migration.mustDo("sync", "--execute", "--json").json();

    assertThat(report.path("drift").path(0).path("id").asString()).isEqualTo(moved.sub());
    assertThat(there(migration, moved)).isEqualTo(before);
    administrator.does("AdminDeleteUser", moved.username());
    assertThat(found(migration.mustDo("sync", "--execute", "--json")).path("drift").asInt())
        .isOne();
    assertThat(there(migration, moved)).isEqualTo(before);
    assertThat(migration.login(moved.username(), moved.password()).sub()).isEqualTo(moved.sub());
  }

  private static void whoSignsUpAgainWithTheSameAddressArrives(
      Rehearsal rehearsal, Migration migration) {
    PoolAdministrator administrator = rehearsal.asPool().administrator();
    MadeUser old = rehearsal.someoneWhoCanLogIn(5);
    String email = there(migration, old).path("email").asString();
    administrator.does("AdminDeleteUser", old.username());
    administrator.does(
        "AdminCreateUser",
        old.username(),
        Map.of(
            "MessageAction",
            "SUPPRESS",
            "UserAttributes",
            List.of(Map.of("Name", "email", "Value", email))));

    JsonNode found = found(migration.mustDo("sync", "--execute", "--json"));

    assertThat(found.path("new").asInt()).isOne();
    assertThat(found.path("gone").asInt()).isOne();
    assertThat(found.path("rejected").asInt()).isZero();
    assertThat(Place.shared().admin().userIds(migration.realm()))
        .doesNotContain(old.sub())
        .hasSize(199);
  }

  /** Either the sync was first and Keycloak has the change, or the login, and it is reported. */
  private static void whoLogsInMeanwhileLosesNothing(Rehearsal rehearsal, Migration migration)
      throws InterruptedException {
    PoolAdministrator administrator = rehearsal.asPool().administrator();
    List<MadeUser> racers = IntStream.range(6, 26).mapToObj(rehearsal::someoneWhoCanLogIn).toList();
    racers.forEach(racer -> administrator.sets(racer.username(), "family_name", "Racer"));
    CompletableFuture<Ran> sync =
        CompletableFuture.supplyAsync(() -> migration.mustDo("sync", "--execute", "--json"));
    for (MadeUser racer : racers) {
      assertThat(migration.login(racer.username(), racer.password()).sub()).isEqualTo(racer.sub());
    }
    JsonNode report = sync.join().json();

    List<String> drift =
        report.path("drift").valueStream().map(each -> each.path("id").asString()).toList();
    for (MadeUser racer : racers) {
      boolean changed = there(migration, racer).path("lastName").asString().equals("Racer");
      assertThat(changed).as(racer.sub()).isNotEqualTo(drift.contains(racer.sub()));
      assertThat(migration.ledger().once(racer.sub(), Row.MOVED_BY_PASSWORD::equals))
          .contains(Row.MOVED_BY_PASSWORD);
    }
    JsonNode last = migration.user(racers.getLast().sub());
    assertThat(last.path("state").asString()).isEqualTo("MIGRATED");
    assertThat(last.path("by").asString()).isEqualTo("PASSWORD");
  }

  private static JsonNode found(Ran ran) {
    return ran.json().path("found");
  }

  private static JsonNode there(Migration migration, MadeUser user) {
    return Place.shared().admin().user(migration.realm(), user.sub());
  }
}
