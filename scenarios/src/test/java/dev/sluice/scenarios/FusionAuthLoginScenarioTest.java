package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.fusionauth.wire.Fault;
import dev.sluice.contracts.fusionauth.wire.Reply;
import dev.sluice.rehearsal.user.MadeUser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First logins of a large pool at a fake FusionAuth, through its Connector and without it. */
class FusionAuthLoginScenarioTest {
  private static final int USERS = 10_000;
  private static final int COMING = 50;

  @TempDir Path directory;
  private final FakeFusionAuth fake = FakeFusionAuth.start();
  private Rehearsal rehearsal;
  private List<MadeUser> coming;

  @BeforeEach
  void fill() {
    rehearsal = Rehearsal.ofOrdinaryUsers(USERS);
    coming = rehearsal.users().stream().filter(MadeUser::canLogIn).limit(COMING).toList();
  }

  @AfterEach
  void close() {
    rehearsal.close();
    fake.close();
  }

  @Test
  void slow_brings_those_who_come_through_the_connector_and_nobody_else()
      throws InterruptedException {
    FusionAuthMigration migration = migration("slow", "connector");
    provision(migration);
    try (SluiceProcess _ = migration.serve()) {
      assertThat(migration.loginAtFusionAuth(coming.getFirst().username(), "not theirs"))
          .isEqualTo(404);
      assertThat(fake.userIds()).isEmpty();

      everybodyComes(migration::loginAtFusionAuth);

      assertThat(fake.userIds()).containsExactlyInAnyOrderElementsOf(subs());
      allHaveMoved(migration);
      nobodyIsAskedAboutAgain(migration);
    }
  }

  @Test
  void hybrid_asks_about_imported_users_where_they_reach_the_connector()
      throws InterruptedException {
    fake.importedReachConnectors(true);
    FusionAuthMigration migration = migration("hybrid", "connector");
    provision(migration);
    bulk(migration);
    try (SluiceProcess _ = migration.serve()) {
      everybodyComes(migration::loginAtFusionAuth);

      assertThat(fake.userIds()).hasSize(USERS);
      allHaveMoved(migration);
      nobodyIsAskedAboutAgain(migration);
    }
  }

  @Test
  void hybrid_without_connectors_gives_imported_users_their_password_through_the_gateway()
      throws InterruptedException {
    FusionAuthMigration migration = migration("hybrid", "v1-login");
    bulk(migration);
    try (SluiceProcess _ = migration.serve()) {
      MadeUser first = coming.getFirst();
      assertThat(migration.loginThroughGateway(first.username(), "not theirs")).isEqualTo(404);
      fake.faults().strike("PATCH /api/user", new Fault.Instead(Reply.of(503)));
      assertThat(migration.loginThroughGateway(first.username(), first.password())).isEqualTo(503);

      everybodyComes(migration::loginThroughGateway);

      assertThat(fake.userIds()).hasSize(USERS);
      allHaveMoved(migration);
      nobodyIsAskedAboutAgain(migration);
    }
  }

  private interface Door {
    int login(String login, String password);
  }

  private FusionAuthMigration migration(String mode, String importedUsers) {
    return FusionAuthMigration.of(directory, rehearsal.asPool(), fake, mode, importedUsers);
  }

  private static void provision(FusionAuthMigration migration) {
    Ran provisioned = migration.sluice("provision", "--execute");
    assertThat(provisioned.exitCode()).as(provisioned.toString()).isZero();
  }

  private static void bulk(FusionAuthMigration migration) {
    Ran ran = migration.sluice("bulk", "--execute");
    assertThat(ran.exitCode()).as(ran.toString()).isZero();
  }

  private void everybodyComes(Door door) {
    for (MadeUser user : coming) {
      assertThat(door.login(user.username(), user.password())).as(user.username()).isEqualTo(200);
      assertThat(fake.passwordOf(user.sub())).contains(user.password());
    }
  }

  /** What FusionAuth has made of a yes, the gateway sees a little later. */
  private void allHaveMoved(FusionAuthMigration migration) throws InterruptedException {
    Instant latest = Instant.now().plus(Duration.ofSeconds(60));
    while (!moved(migration).equals(subs()) && Instant.now().isBefore(latest)) {
      Thread.sleep(200);
    }
    assertThat(moved(migration)).isEqualTo(subs());
  }

  private void nobodyIsAskedAboutAgain(FusionAuthMigration migration) {
    long before = rehearsal.passwordChecks();
    coming.forEach(user ->
        assertThat(migration.loginAtFusionAuth(user.username(), user.password())).isEqualTo(200));
    assertThat(rehearsal.passwordChecks()).isEqualTo(before);
  }

  private static Set<String> moved(FusionAuthMigration migration) {
    return migration.states().entrySet().stream()
        .filter(user -> user.getValue().equals("M"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Set<String> subs() {
    return coming.stream().map(MadeUser::sub).collect(Collectors.toSet());
  }
}
