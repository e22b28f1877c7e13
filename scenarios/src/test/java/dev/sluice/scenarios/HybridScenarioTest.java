package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rehearsal.user.MadeUser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class HybridScenarioTest {

  @ParameterizedTest
  @EnumSource(LedgerKind.class)
  void everybody_is_there_at_once_and_each_password_moves_at_its_owners_next_login(
      LedgerKind ledger, @TempDir Path directory) throws InterruptedException {
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(300);
        Migration migration = new Migration(directory, rehearsal.asPool(), ledger, "hybrid")) {
      migration.mustDo("provision", "--execute");
      migration.mustDo("bulk", "--execute");
      everybodyIsThereOnce(rehearsal, migration);

      migration.serve();
      aFirstLoginMovesThePasswordAndTheSecondAsksNobody(rehearsal, migration);
      aWrongPasswordStaysWrongAndMovesNobody(rehearsal, migration);
      anOutageIsNoWrongPasswordAndMovesNobody(rehearsal, migration);
      aNewPasswordSetBeforeTheFirstLoginCountsAsReset(rehearsal, migration);
      aUserDeletedAtKeycloakIsGone(rehearsal, migration);
    }
  }

  private static void everybodyIsThereOnce(Rehearsal rehearsal, Migration migration) {
    List<String> subs = rehearsal.users().stream().map(MadeUser::sub).toList();
    assertThat(Place.shared().admin().userIds(migration.realm()))
        .containsExactlyInAnyOrderElementsOf(subs);
    MadeUser somebody =
        rehearsal.users().stream()
            .filter(user -> !user.groups().isEmpty())
            .findFirst()
            .orElseThrow();
    JsonNode there = Place.shared().admin().user(migration.realm(), somebody.sub());
    assertThat(there.path("email").asString("")).isEqualToIgnoringCase(somebody.email().orElse(""));
    assertThat(there.path("createdTimestamp").asLong())
        .isEqualTo(somebody.created().toEpochMilli());
    assertThat(Place.shared().admin().groupPaths(migration.realm(), somebody.sub()))
        .containsExactlyInAnyOrderElementsOf(
            somebody.groups().stream().map(group -> "/" + group).toList());
  }

  private static void aFirstLoginMovesThePasswordAndTheSecondAsksNobody(
      Rehearsal rehearsal, Migration migration) throws InterruptedException {
    MadeUser user = rehearsal.someoneWhoCanLogIn(0);
    assertThat(migration.user(user.sub()).path("state").asString()).isEqualTo("IMPORTED");
    long before = rehearsal.passwordChecks();

    Login first = migration.login(user.username(), user.password());
    assertThat(first).satisfies(login -> assertThat(login.letIn()).isTrue());
    assertThat(first.sub()).isEqualTo(user.sub());
    assertThat(rehearsal.passwordChecks()).isEqualTo(before + 1);

    Login second = migration.login(user.username(), user.password());
    assertThat(second.sub()).isEqualTo(user.sub());
    assertThat(rehearsal.passwordChecks()).isEqualTo(before + 1);

    JsonNode record = migration.userOnce("by", "PASSWORD", user.username());
    assertThat(record.path("state").asString()).isEqualTo("MIGRATED");
    assertThat(record.path("by").asString()).isEqualTo("PASSWORD");
  }

  private static void aWrongPasswordStaysWrongAndMovesNobody(
      Rehearsal rehearsal, Migration migration) {
    MadeUser user = rehearsal.someoneWhoCanLogIn(1);

    Login login = migration.login(user.username(), "not the password");

    assertThat(login.letIn()).isFalse();
    assertThat(login.error()).isEqualTo("invalid_grant");
    assertThat(migration.user(user.sub()).path("state").asString()).isEqualTo("IMPORTED");
  }

  private static void anOutageIsNoWrongPasswordAndMovesNobody(
      Rehearsal rehearsal, Migration migration) throws InterruptedException {
    MadeUser user = rehearsal.someoneWhoCanLogIn(2);
    migration.stopServing();

    Login during = migration.login(user.username(), user.password());
    assertThat(during.status()).isEqualTo(503);
    assertThat(during.error()).isEqualTo("temporarily_unavailable");
    assertThat(Place.shared().admin().failures(migration.realm(), user.sub())).isZero();

    migration.serve();
    assertThat(migration.user(user.sub()).path("state").asString()).isEqualTo("IMPORTED");
    assertThat(migration.login(user.username(), user.password()).sub()).isEqualTo(user.sub());
  }

  private static void aNewPasswordSetBeforeTheFirstLoginCountsAsReset(
      Rehearsal rehearsal, Migration migration) throws InterruptedException {
    MadeUser user = rehearsal.someoneWhoCanLogIn(3);
    assertThat(
            Place.shared()
                .admin()
                .resetPassword(migration.realm(), user.sub(), "brand new Zebra 41"))
        .isEqualTo(204);

    assertThat(migration.login(user.username(), "brand new Zebra 41").sub()).isEqualTo(user.sub());
    assertThat(migration.login(user.username(), user.password()).letIn()).isFalse();
    assertThat(migration.userOnce("by", "RESET", user.sub()).path("by").asString())
        .isEqualTo("RESET");
  }

  private static void aUserDeletedAtKeycloakIsGone(Rehearsal rehearsal, Migration migration)
      throws InterruptedException {
    MadeUser user = rehearsal.someoneWhoCanLogIn(4);

    assertThat(Place.shared().admin().deleteUser(migration.realm(), user.sub())).isEqualTo(204);

    assertThat(migration.userOnce("state", "GONE", user.sub()).path("state").asString())
        .isEqualTo("GONE");
    assertThat(migration.login(user.username(), user.password()).letIn()).isFalse();
  }
}
