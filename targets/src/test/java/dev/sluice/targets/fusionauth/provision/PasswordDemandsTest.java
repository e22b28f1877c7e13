package dev.sluice.targets.fusionauth.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.pool.signin.PasswordPolicy;
import dev.sluice.api.target.provision.FirstLoginChoices.WeakPassword;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PasswordDemandsTest {

  @ParameterizedTest
  @CsvSource({
    "true, true, true, false",
    "true, false, false, true",
    "false, true, false, true",
    "false, false, false, false"
  })
  void both_cases_are_demanded_only_where_the_pool_demands_both(
      boolean upper, boolean lower, boolean mixed, boolean told) {
    PasswordDemands demands = demands(new PasswordPolicy(9, upper, lower, true, false, 0, 7));

    assertThat(demands.json().path("requireMixedCase").asBoolean()).isEqualTo(mixed);
    assertThat(demands.lost().stream().anyMatch(text -> text.startsWith("letters")))
        .isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"0, false, 0", "1, true, 1", "24, true, 24"})
  void as_many_former_passwords_are_remembered(int size, boolean enabled, int count) {
    JsonNode history =
        demands(new PasswordPolicy(9, true, true, true, true, size, 7))
            .json()
            .path("rememberPreviousPasswords");

    assertThat(history.path("enabled").asBoolean()).isEqualTo(enabled);
    assertThat(history.path("count").asInt(0)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({"ACCEPT, false", "REQUIRE_NEW, true"})
  void a_weak_old_password_must_be_changed_where_that_was_chosen(WeakPassword weak, boolean asked) {
    PasswordPolicy policy = new PasswordPolicy(9, true, true, true, true, 0, 7);

    assertThat(new PasswordDemands(policy, weak).json().path("validateOnLogin").asBoolean())
        .isEqualTo(asked);
  }

  private static PasswordDemands demands(PasswordPolicy policy) {
    return new PasswordDemands(policy, WeakPassword.ACCEPT);
  }
}
