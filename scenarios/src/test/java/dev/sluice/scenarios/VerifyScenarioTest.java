package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import dev.sluice.scenarios.LedgerTables.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody changes users at Keycloak behind Sluice's back, and the verification tells each. */
class VerifyScenarioTest {
  private static final int USERS = 400;

  @Test
  void what_was_changed_at_keycloak_is_told_as_what_it_is(@TempDir Path directory)
      throws InterruptedException {
    try (Rehearsal rehearsal = Rehearsal.ofAllKinds(USERS);
        Migration migration =
            new Migration(directory, rehearsal.asPool(), LedgerKind.SQLITE, "hybrid")) {
      migration.mustDo("provision", "--execute");
      assertThat(migration.sluice("bulk", "--execute").exitCode()).isIn(0, 3);
      afterTheBulkRunAllIsEqual(migration);
      whoHasMovedMayChange(rehearsal, migration);
      whatChangesInCognitosChargeIsTold(rehearsal, migration);
      whoIsUnlinkedFromSluiceHasLostThePassword(rehearsal, migration);
      aRepairMendsWhatWasLost(migration);
    }
  }

  private static void afterTheBulkRunAllIsEqual(Migration migration) {
    Ran ran = migration.sluice("verify", "--target", "--json");

    assertThat(ran).satisfies(each -> assertThat(each.exitCode()).isZero());
    assertThat(told(ran)).isEmpty();
    assertThat(ran.json().path("equal").asBoolean()).isTrue();
    assertThat(ran.json().path("read").asInt()).isEqualTo(USERS);
    assertThat(ran.json().path("compared").asInt())
        .isEqualTo(USERS - ran.json().path("leftOut").asInt())
        .isGreaterThan(USERS - 20);
  }

  private static void whoHasMovedMayChange(Rehearsal rehearsal, Migration migration)
      throws InterruptedException {
    MadeUser mover = ordinary(rehearsal, 0, user -> true);
    migration.serve();
    assertThat(migration.login(mover.username(), mover.password()).letIn()).isTrue();
    assertThat(migration.ledger().once(mover.sub(), Row.MOVED_BY_PASSWORD::equals))
        .contains(Row.MOVED_BY_PASSWORD);
    migration.stopServing();
    change(migration, mover, there -> there.put("email", "own@example.org"));

    Ran ran = migration.sluice("verify");
    assertThat(ran.exitCode()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("drift", mover.username(), "own@example.org")
        .endsWith("The two systems are equal, except for users that the target is in charge of.\n");
    assertThat(migration.sluice("verify", "--strict").exitCode()).isEqualTo(4);
  }

  private static void whatChangesInCognitosChargeIsTold(Rehearsal rehearsal, Migration migration) {
    Set<String> expected = new TreeSet<>();
    expected.add("drift email of " + ordinary(rehearsal, 0, user -> true).sub());

    MadeUser renamed = ordinary(rehearsal, 1, user -> true);
    change(migration, renamed, there -> there.put("lastName", "Changed"));
    expected.add("different familyName of " + renamed.sub());

    MadeUser redirected = ordinary(rehearsal, 2, MadeUser::emailVerified);
    change(migration, redirected, there -> there.put("email", "elsewhere@example.org"));
    expected.add("moreTrusted email of " + redirected.sub());

    MadeUser verified = ofKind(rehearsal, UserKind.UNVERIFIED_EMAIL);
    change(migration, verified, there -> there.put("emailVerified", true));
    expected.add("moreTrusted emailVerified of " + verified.sub());

    MadeUser enabled = ofKind(rehearsal, UserKind.DISABLED);
    change(migration, enabled, there -> there.put("enabled", true));
    expected.add("moreTrusted enabled of " + enabled.sub());

    MadeUser edited = ordinary(rehearsal, 3, user -> true);
    change(
        migration,
        edited,
        there -> there.withObject("/attributes").putArray("custom:plan").add("another"));
    expected.add("different attribute custom:plan of " + edited.sub());

    MadeUser left = ordinary(rehearsal, 4, user -> !user.groups().isEmpty());
    String path = Place.shared().admin().groupPaths(migration.realm(), left.sub()).getFirst();
    assertThat(Place.shared().admin().leave(migration.realm(), left.sub(), path)).isEqualTo(204);
    expected.add("different groups of " + left.sub());

    MadeUser deleted = ordinary(rehearsal, 5, user -> true);
    assertThat(Place.shared().admin().deleteUser(migration.realm(), deleted.sub())).isEqualTo(204);
    expected.add("missing user of " + deleted.sub());

    MadeUser linked = ofKind(rehearsal, UserKind.LINKED);
    unlink(migration, linked);
    expected.add("different links of " + linked.sub());

    Ran ran = migration.sluice("verify", "--json");

    assertThat(ran.exitCode()).isEqualTo(4);
    assertThat(told(ran)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(ran.json().path("users").asInt()).isEqualTo(expected.size() - 1);
    assertThat(ran.json().path("worst").path(0).path("kind").asString()).isEqualTo("moreTrusted");
  }

  /** The console's button is refused before the close, so they are unlinked one by one. */
  private static void whoIsUnlinkedFromSluiceHasLostThePassword(
      Rehearsal rehearsal, Migration migration) {
    assertThat(Place.shared().admin().unlinkEverybody(migration.realm())).isEqualTo(409);
    for (int n = 6; n < 12; n++) {
      change(
          migration,
          ordinary(rehearsal, n, user -> true),
          there -> there.put("federationLink", ""));
    }

    Ran ran = migration.sluice("verify", "--json");

    assertThat(ran.exitCode()).isEqualTo(4);
    assertThat(ran.json().path("found").path("password").asInt()).isEqualTo(6);
  }

  private static void aRepairMendsWhatWasLost(Migration migration) {
    Ran plan = migration.sluice("bulk", "--repair-missing", "--json");
    assertThat(plan.json().path("found").path("lost").asInt()).as(plan.toString()).isEqualTo(1);
    assertThat(plan.json().path("found").path("unlinked").asInt()).isEqualTo(6);

    Ran done = migration.mustDo("bulk", "--repair-missing", "--execute");
    assertThat(done.out()).contains("1 in Cognito's charge and not at the target: written again");

    Ran ran = migration.sluice("verify", "--json");
    assertThat(ran.json().path("found").path("password").asInt()).as(ran.toString()).isZero();
    assertThat(ran.json().path("found").path("missing").asInt()).isZero();
  }

  private static void unlink(Migration migration, MadeUser user) {
    KeycloakAdmin admin = Place.shared().admin();
    String provider = user.identities().getFirst().provider().providerName();
    List.of("google", "facebook", "apple", "amazon", provider)
        .forEach(alias -> admin.addProvider(migration.realm(), alias));
    String alias = admin.links(migration.realm(), user.sub()).getFirst().split(":", 2)[0];
    assertThat(admin.unlink(migration.realm(), user.sub(), alias)).isEqualTo(204);
  }

  private static void change(Migration migration, MadeUser user, Consumer<ObjectNode> changing) {
    KeycloakAdmin admin = Place.shared().admin();
    ObjectNode there = (ObjectNode) admin.user(migration.realm(), user.sub());
    changing.accept(there);
    assertThat(admin.update(migration.realm(), there)).as(user.sub()).isEqualTo(204);
  }

  /** The n-th user from 0 of those who are like this and have nothing odd about them. */
  private static MadeUser ordinary(Rehearsal rehearsal, int n, Predicate<MadeUser> like) {
    return rehearsal.users().stream()
        .filter(user -> user.kind() == UserKind.ORDINARY && user.canLogIn())
        .skip(10L * n)
        .filter(like)
        .findFirst()
        .orElseThrow();
  }

  private static MadeUser ofKind(Rehearsal rehearsal, UserKind kind) {
    return rehearsal.users().stream().filter(user -> user.kind() == kind).findFirst().orElseThrow();
  }

  private static List<String> told(Ran ran) {
    return ran.json().path("worst").valueStream().map(VerifyScenarioTest::words).toList();
  }

  private static String words(JsonNode each) {
    return "%s %s of %s"
        .formatted(
            each.path("kind").asString(),
            each.path("field").asString(),
            each.path("id").asString());
  }
}
