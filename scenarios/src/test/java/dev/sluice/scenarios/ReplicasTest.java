package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.harness.PoolAdministrator;
import dev.sluice.rehearsal.user.MadeUser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReplicasTest {
  private static final int USERS = 1500;
  private static final int SHARE = 6;

  @Test
  void three_processes_share_one_pace_one_limit_and_runs_that_outlive_the_ones_they_were_begun_by(
      @TempDir Path directory) throws InterruptedException {
    try (Rehearsal rehearsal = Rehearsal.withListingQuota(USERS, SHARE);
        Migration migration =
            new Migration(directory, rehearsal.asPool(), LedgerKind.POSTGRESQL, "hybrid")) {
      migration.mustDo("provision", "--execute");
      List<ServingProcess> replicas = new ArrayList<>();
      try {
        for (String name : List.of("a", "b", "c")) {
          replicas.add(ServingProcess.start(migration, name, SHARE));
        }
        for (ServingProcess replica : replicas) {
          replica.awaitHealth();
        }
        killTheOneAtWork("bulk", migration, rehearsal, replicas);
        awaitEnd(migration);
        everybodyIsThereOnce(migration, rehearsal);
        replicas.add(ServingProcess.start(migration, "d", SHARE));
        replicas.getLast().awaitHealth();
        whatHasChangedArrivesThoughTheOneAtWorkIsKilled(migration, rehearsal, replicas);
        List<ServingProcess> left = running(replicas);
        aWrongPasswordCountsEverywhere(rehearsal, left);
        whatOneAnsweredAnotherSettles(migration, rehearsal, left);
      } finally {
        replicas.forEach(ServingProcess::close);
      }
    }
  }

  /** Hands a run over, and kills the process that does it in the middle of its reading. */
  private static void killTheOneAtWork(
      String run, Migration migration, Rehearsal rehearsal, List<ServingProcess> replicas)
      throws InterruptedException {
    assertThat(running(replicas)).hasSize(3);
    long before = rehearsal.pagesRead();
    migration.mustDo(run, "--execute", "--on-replicas");
    Instant latest = Instant.now().plus(Duration.ofMinutes(1));
    while (rehearsal.pagesRead() < before + 8) {
      assertThat(Instant.now()).as("somebody begins the run").isBefore(latest);
      Thread.sleep(10);
    }
    String by = onReplicas(migration).path(0).path("by").asString();
    replicas.stream().filter(each -> each.is(by)).findFirst().orElseThrow().kill();
    assertThat(onReplicas(migration)).as("the run has not ended").isNotEmpty();
  }

  private static List<ServingProcess> running(List<ServingProcess> replicas) {
    return replicas.stream().filter(ServingProcess::isRunning).toList();
  }

  private static void whatHasChangedArrivesThoughTheOneAtWorkIsKilled(
      Migration migration, Rehearsal rehearsal, List<ServingProcess> replicas)
      throws InterruptedException {
    // Who was written twice by the killed bulk run is looked at for the first time by a sync.
    migration.mustDo("sync", "--execute");
    PoolAdministrator administrator = rehearsal.asPool().administrator();
    List<MadeUser> renamed = rehearsal.users().subList(100, 140);
    List<MadeUser> deleted = rehearsal.users().subList(140, 143);
    renamed.forEach(user -> administrator.sets(user.username(), "family_name", "Renamed"));
    deleted.forEach(user -> administrator.does("AdminDeleteUser", user.username()));

    killTheOneAtWork("sync", migration, rehearsal, replicas);
    awaitEnd(migration);

    JsonNode found = migration.mustDo("status", "--json").json().at("/lastSync/found");
    assertThat(found.path("changed").asInt()).isEqualTo(renamed.size());
    assertThat(found.path("gone").asInt()).isEqualTo(deleted.size());
    assertThat(renamed)
        .extracting(user -> Place.shared().admin().user(migration.realm(), user.sub()))
        .allMatch(user -> user.path("lastName").asString().equals("Renamed"));
    assertThat(Place.shared().admin().userIds(migration.realm()))
        .hasSize(USERS - deleted.size())
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(deleted.stream().map(MadeUser::sub).toList());
    assertThat(rehearsal.refusedForQuota()).as("calls beyond the quota").isZero();
  }

  private static void awaitEnd(Migration migration) throws InterruptedException {
    Instant latest = Instant.now().plus(Duration.ofMinutes(4));
    while (!onReplicas(migration).isEmpty()) {
      assertThat(Instant.now()).as("the run goes on elsewhere and ends").isBefore(latest);
      Thread.sleep(500);
    }
  }

  private static JsonNode onReplicas(Migration migration) {
    return migration.mustDo("status", "--json").json().path("onReplicas");
  }

  private static void everybodyIsThereOnce(Migration migration, Rehearsal rehearsal) {
    assertThat(Place.shared().admin().userIds(migration.realm()))
        .containsExactlyInAnyOrderElementsOf(
            rehearsal.users().stream().map(MadeUser::sub).toList());
    assertThat(migration.mustDo("status", "--json").json().path("states").path("IMPORTED").asInt())
        .isEqualTo(USERS);
    assertThat(rehearsal.refusedForQuota()).as("calls beyond the quota").isZero();
  }

  private static void aWrongPasswordCountsEverywhere(
      Rehearsal rehearsal, List<ServingProcess> left) {
    MadeUser user = rehearsal.someoneWhoCanLogIn(3);
    for (int attempt = 0; attempt < 4; attempt++) {
      assertThat(firstLogin(left.get(attempt % 2), user, "wrong " + attempt))
          .contains("\"refused\"");
    }
    long before = rehearsal.passwordChecks();

    assertThat(firstLogin(left.get(0), user, "wrong again")).contains("too-many-attempts");
    assertThat(firstLogin(left.get(1), user, user.password())).contains("too-many-attempts");

    assertThat(rehearsal.passwordChecks()).as("nothing was passed on").isEqualTo(before);
  }

  private static void whatOneAnsweredAnotherSettles(
      Migration migration, Rehearsal rehearsal, List<ServingProcess> left) {
    MadeUser user = rehearsal.someoneWhoCanLogIn(5);
    assertThat(firstLogin(left.get(0), user, user.password())).contains("\"proven\"");

    String settled = "{\"userId\":\"%s\",\"by\":\"PASSWORD\"}".formatted(user.sub());
    assertThat(left.get(1).post("/v1/settled", settled).statusCode()).isEqualTo(204);

    assertThat(migration.user(user.sub()).path("state").asString()).isEqualTo("MIGRATED");
    assertThat(firstLogin(left.get(0), user, user.password())).contains("\"none\"");
  }

  private static String firstLogin(ServingProcess replica, MadeUser user, String password) {
    return replica
        .post(
            "/v1/first-login",
            "{\"login\":\"%s\",\"userId\":\"%s\",\"password\":\"%s\"}"
                .formatted(user.username(), user.sub(), password.replace("\"", "\\\"")))
        .body();
  }
}
