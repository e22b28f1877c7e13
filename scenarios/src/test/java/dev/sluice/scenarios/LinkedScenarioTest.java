package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class LinkedScenarioTest {

  @ParameterizedTest
  @EnumSource(LedgerKind.class)
  void a_linked_person_is_one_account_with_one_link_and_logs_in_with_the_old_password(
      LedgerKind ledger, @TempDir Path directory) throws InterruptedException {
    try (Rehearsal rehearsal = Rehearsal.ofAllKinds(400);
        Migration migration = new Migration(directory, rehearsal.asPool(), ledger, "hybrid")) {
      List<MadeUser> linked = ofKind(rehearsal, UserKind.LINKED);
      List<MadeUser> earlier = ofKind(rehearsal, UserKind.LINKED_EARLIER_PROFILE);
      migration.mustDo("provision", "--execute");
      JsonNode report = migration.sluice("bulk", "--execute", "--json").json();

      assertThat(linked).hasSize(2);
      assertThat(report.path("merged").asInt()).isEqualTo(2);
      assertThat(Place.shared().admin().userIds(migration.realm()))
          .containsAll(linked.stream().map(MadeUser::sub).toList())
          .doesNotContainAnyElementsOf(earlier.stream().map(MadeUser::sub).toList());
      linked.forEach(user -> hasItsOneLink(migration, user));
      earlier.forEach(user -> pointsToOneOf(linked, migration.user(user.sub())));
      assertThat(why(migration, linked)).isEmpty();

      migration.serve();
      MadeUser person = linked.getFirst();
      assertThat(migration.login(person.username(), person.password()).sub())
          .isEqualTo(person.sub());
    }
  }

  private static void hasItsOneLink(Migration migration, MadeUser user) {
    String provider = user.identities().getFirst().provider().providerName();
    List.of("google", "facebook", "apple", "amazon", provider)
        .forEach(alias -> Place.shared().admin().addProvider(migration.realm(), alias));
    assertThat(Place.shared().admin().links(migration.realm(), user.sub()))
        .singleElement()
        .asString()
        .endsWith(":" + user.identities().getFirst().userId());
  }

  private static void pointsToOneOf(List<MadeUser> linked, JsonNode earlier) {
    assertThat(earlier.path("state").asString()).isEqualTo("MERGED");
    assertThat(earlier.path("systemOfRecord").asString()).isEqualTo("NONE");
    assertThat(linked).anyMatch(user -> earlier.path("why").asString().contains(user.sub()));
  }

  private static List<String> why(Migration migration, List<MadeUser> users) {
    return users.stream()
        .map(user -> migration.user(user.sub()).path("why").asString(""))
        .filter(reason -> !reason.isEmpty())
        .toList();
  }

  private static List<MadeUser> ofKind(Rehearsal rehearsal, UserKind kind) {
    return rehearsal.users().stream().filter(user -> user.kind() == kind).toList();
  }
}
