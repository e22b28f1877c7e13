package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.harness.PoolAdministrator;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.scenarios.LedgerTables.Row;
import dev.sluice.servers.keycloak.KeycloakDatabase;
import dev.sluice.servers.keycloak.KeycloakServer;
import dev.sluice.servers.mariadb.MariaDbServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole migration to a Keycloak on MariaDB, whose collation takes many names for one and whose
 * transactions see an old state.
 */
class MariaDbScenarioTest {
  private static final int USERS = 400;
  private static final String DATABASE = "keycloak";

  @Test
  void a_hostile_pool_moves_and_nobody_gets_what_is_anothers(@TempDir Path directory)
      throws InterruptedException {
    assumeTrue(MariaDbServer.isInstalled(), "skipped: MariaDB is not installed here");
    try (MariaDbServer mariaDb = MariaDbServer.start();
        KeycloakServer keycloak = keycloakOn(mariaDb);
        Rehearsal rehearsal = Rehearsal.ofHostileUsers(USERS);
        Migration migration =
            new Migration(directory, rehearsal.asPool(), LedgerKind.SQLITE, "hybrid", keycloak)) {
      provisionTellsWhatOneObjectCannotBe(migration);
      importBringsWhomItCanAndVerifyAgrees(migration, KeycloakAdmin.of(keycloak));
      KeycloakAdmin.of(keycloak).acceptLoginsAtOnce(migration.realm());
      migration.serve();
      fourLoginsAtOnceMoveOneUser(rehearsal, migration, KeycloakAdmin.of(keycloak));
      keycloakFollowsThePool(rehearsal, migration, KeycloakAdmin.of(keycloak));
      migration.stopServing();
      assertThat(migration.sluice("verify").exitCode()).isZero();
    }
  }

  private static KeycloakServer keycloakOn(MariaDbServer mariaDb) {
    mariaDb.createDatabase(DATABASE, "utf8mb4_general_ci");
    return Place.keycloakOn(
        new KeycloakDatabase.MariaDb(
            mariaDb.jdbcUrl(DATABASE), mariaDb.user(), mariaDb.password()));
  }

  private static void provisionTellsWhatOneObjectCannotBe(Migration migration) {
    Ran plan = migration.sluice("provision");
    Ran done = migration.sluice("provision", "--execute");
    assertThat(done.exitCode()).as(plan + " " + done).isIn(0, 3);
  }

  private static void importBringsWhomItCanAndVerifyAgrees(
      Migration migration, KeycloakAdmin admin) {
    Ran bulk = migration.sluice("bulk", "--execute", "--json");
    assertThat(bulk.exitCode()).as(bulk.toString()).isEqualTo(3);
    int left = bulk.json().path("merged").asInt() + bulk.json().path("rejected").asInt();
    assertThat(admin.userIds(migration.realm()))
        .hasSize(USERS - left)
        .hasSizeGreaterThan(USERS / 2)
        .doesNotHaveDuplicates();
    Ran verified = migration.sluice("verify");
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
  }

  private static void fourLoginsAtOnceMoveOneUser(
      Rehearsal rehearsal, Migration migration, KeycloakAdmin admin) throws InterruptedException {
    MadeUser user = at(admin, rehearsal, migration).getFirst();
    List<CompletableFuture<Login>> logins =
        Stream.generate(() ->
                CompletableFuture.supplyAsync(
                    () -> migration.login(user.username(), user.password())))
            .limit(4)
            .toList();
    assertThat(logins).extracting(login -> login.join().sub()).containsOnly(user.sub());
    assertThat(migration.ledger().once(user.sub(), Row.MOVED_BY_PASSWORD::equals))
        .contains(Row.MOVED_BY_PASSWORD);
  }

  private static void keycloakFollowsThePool(
      Rehearsal rehearsal, Migration migration, KeycloakAdmin admin) {
    PoolAdministrator administrator = rehearsal.asPool().administrator();
    MadeUser renamed = at(admin, rehearsal, migration).get(1);
    MadeUser deleted = at(admin, rehearsal, migration).get(2);
    administrator.sets(renamed.username(), "family_name", "Němcová");
    administrator.does("AdminDeleteUser", deleted.username());
    administrator.does(
        "AdminCreateUser",
        "newcomer",
        Map.of(
            "MessageAction",
            "SUPPRESS",
            "UserAttributes",
            List.of(Map.of("Name", "email", "Value", "newcomer@example.org"))));

    Ran ran = migration.sluice("sync", "--execute", "--json");

    assertThat(ran.json().path("found").path("new").asInt()).as(ran.toString()).isOne();
    assertThat(ran.json().path("found").path("gone").asInt()).isOne();
    assertThat(admin.user(migration.realm(), renamed.sub()).path("lastName").asString())
        .startsWith("Němcová");
    assertThat(admin.userIds(migration.realm())).doesNotContain(deleted.sub());
    assertThat(migration.login(renamed.username(), renamed.password()).sub())
        .isEqualTo(renamed.sub());
  }

  /** Returns the users who can log in by their password alone and are not one to the database. */
  private static List<MadeUser> at(KeycloakAdmin admin, Rehearsal rehearsal, Migration migration) {
    List<String> there = admin.userIds(migration.realm());
    return rehearsal.users().stream()
        .filter(MadeUser::canLogIn)
        .filter(user -> there.contains(user.sub()))
        .toList();
  }
}
