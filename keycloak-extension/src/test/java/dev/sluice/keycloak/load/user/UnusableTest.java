package dev.sluice.keycloak.load.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.keycloak.wire.PlannedUser;
import dev.sluice.keycloak.wire.WireJson;
import org.junit.jupiter.api.Test;

class UnusableTest {
  @Test
  void a_whole_user_has_no_problem() {
    assertThat(problem("{\"id\":\"i-1\",\"username\":\"ann\"}")).isEqualTo("null");
  }

  @Test
  void ids_and_usernames_are_needed_and_bounded() {
    assertThat(problem("{\"username\":\"ann\"}")).isEqualTo("it has no id");
    assertThat(problem("{\"id\":\"i-1\"}")).isEqualTo("it has no username");
    assertThat(problem("{\"id\":\"" + "i".repeat(37) + "\",\"username\":\"ann\"}"))
        .isEqualTo("the id has 37 characters; Keycloak stores at most 36");
    assertThat(problem("{\"id\":\"i-1\",\"username\":\"" + "a".repeat(256) + "\"}"))
        .isEqualTo("the username has 256 characters; Keycloak stores at most 255");
  }

  @Test
  void an_email_that_is_too_long_is_named() {
    assertThat(
            problem("{\"id\":\"i-1\",\"username\":\"ann\",\"email\":\"" + "e".repeat(300) + "\"}"))
        .contains("the email has 300 characters");
  }

  private static String problem(String json) {
    return String.valueOf(Unusable.problem(WireJson.read(json, PlannedUser.class)));
  }
}
