package dev.sluice.app.config.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.target.provision.FirstLoginChoices;
import dev.sluice.api.target.provision.FirstLoginChoices.Refusals;
import dev.sluice.api.target.provision.FirstLoginChoices.ResetWithSecondFactor;
import dev.sluice.api.target.provision.FirstLoginChoices.SecondFactor;
import dev.sluice.api.target.provision.FirstLoginChoices.WeakPassword;
import dev.sluice.app.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is chosen for first logins, as it is written in sluice.yaml. */
class FirstLoginConfigTest {
  private static final String REST =
      """
      source:
        cognito:
          user-pool-id: eu-west-1_Ab12
          app-client-id: abc
      target:
        keycloak:
          url: http://127.0.0.1:8080
          realm: r
          client-id: c
          client-secret: s
      mode: hybrid
      gateway:
        url: http://localhost:7070
        token: 0123456789abcdef0123456789abcdef
      first-login:
      """;

  @TempDir Path folder;

  @Test
  void unless_told_weak_passwords_are_taken_and_strangers_learn_nothing() throws IOException {
    assertThat(choices("")).isEqualTo(FirstLoginChoices.DEFAULT);
    assertThat(choices("weak-password: accept\n  refusals: alike"))
        .isEqualTo(FirstLoginChoices.DEFAULT);
  }

  @Test
  void each_can_be_chosen_otherwise() throws IOException {
    assertThat(choices("weak-password: require-new").weakPassword())
        .isEqualTo(WeakPassword.REQUIRE_NEW);
    assertThat(choices("refusals: explained").refusals()).isEqualTo(Refusals.EXPLAINED);
    assertThat(choices("second-factor: keep").secondFactor()).isEqualTo(SecondFactor.KEEP);
    assertThat(choices("reset-with-second-factor: enrol").resetWithSecondFactor())
        .isEqualTo(ResetWithSecondFactor.ENROL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          weak-password: reject | expected one of accept, require-new
          weak-pasword: accept  | did you mean "weak-password"?
          refusals: explain     | did you mean "explained"?
          second-factor: enroll | did you mean "enrol"?
          reset-with-second-factor: x | expected one of
          """)
  void what_is_not_a_choice_is_refused_with_what_is(String written, String told) {
    assertThatThrownBy(() -> choices(written))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("first-login.")
        .hasMessageContaining(told);
  }

  private FirstLoginChoices choices(String written) throws IOException {
    Path file = folder.resolve("sluice.yaml");
    Files.writeString(file, REST + "  " + written + "\n");
    return new ConfigReader(Map.of()).read(file).firstLogin();
  }
}
