package dev.sluice.app.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.user.UserId;
import dev.sluice.app.Scene;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.rehearsal.user.MadeUser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Users whom nothing but the target's own rules refuses. */
class TargetToAskTest {
  private static final String RULE =
      "the realm's user profile does not accept email (rule \"email\")";

  @TempDir Path folder;
  private Scene scene;
  private FakeTarget target;
  private List<MadeUser> users;

  @BeforeEach
  void open() throws IOException {
    scene = new Scene(folder, 40);
    target = scene.target().oneEmailEach();
    users = scene.pool().users().toList();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void whom_the_target_will_refuse_is_counted_and_bulk_rejects_the_same() {
    for (int number : List.of(3, 17, 31)) {
      target.refuse(id(number), RULE);
    }
    target.write(
        List.of(
            PlannedUserBuilder.plain()
                .id("11111111-0000-4000-8000-000000000000")
                .username("there-before")
                .email(users.get(8).attributes().getOrDefault("email", ""), true)
                .build()));

    JsonNode obstacles = scene.run("assess", "--json").json().get("obstacles");

    assertThat(counted(obstacles))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("refused-by-target " + RULE, 3L, "taken-at-target ", 1L));
    assertThat(scene.run("bulk", "--execute", "--json").json().get("rejected").asLong())
        .isEqualTo(obstacles.get("users").asLong())
        .isEqualTo(4);
  }

  @Test
  void nothing_is_written_and_users_who_are_there_already_are_no_obstacle() {
    scene.run("bulk", "--execute");
    long written = target.users().size();

    assertThat(scene.run("assess", "--json").json().at("/obstacles/users").asLong()).isZero();
    assertThat(target.users()).hasSize((int) written);
  }

  @Test
  void a_target_that_does_not_answer_is_told_and_the_rest_is_assessed() {
    target.putOff(1, Duration.ofMillis(1));

    Scene.Result result = scene.run("assess");

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("40 users", "The target did not answer");
  }

  @Test
  void an_unfinished_target_section_is_told_with_its_line() throws IOException {
    scene.yaml().target("notebook", Map.of()).write(scene.config());

    Scene.Result result = scene.run("assess");

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("The target was not asked", "line ", "notebook.page");
  }

  private UserId id(int number) {
    return new UserId(users.get(number).sub());
  }

  private static Map<String, Long> counted(JsonNode obstacles) {
    Map<String, Long> counted = new TreeMap<>();
    obstacles
        .get("all")
        .forEach(one ->
            counted.put(
                one.get("reason").asString() + " " + one.get("field").asString(),
                one.get("users").asLong()));
    return counted;
  }
}
