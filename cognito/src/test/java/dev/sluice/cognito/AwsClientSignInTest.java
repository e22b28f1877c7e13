package dev.sluice.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.harness.NpmPackage;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * AWS's own client, npm's amazon-cognito-identity-js, signs in to the rehearsal pool by SRP: so
 * what our own client is tested against follows the protocol.
 */
class AwsClientSignInTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static NpmPackage aws;
  private static RehearsalPool pool;

  @BeforeAll
  static void start(@TempDir Path scratch) {
    aws = NpmPackage.fetch("amazon-cognito-identity-js", "6.3.21", scratch);
    pool =
        RehearsalPool.start(
            RehearsalOptions.standard()
                .withUsers(600)
                .withSeed(93)
                .withRegion("ap-south-1")
                .withAuthFlows(Set.of("ALLOW_USER_SRP_AUTH")));
  }

  @AfterAll
  static void stop() {
    if (pool != null) {
      pool.close();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = UserKind.class,
      names = {
        "ORDINARY",
        "MANY_SCRIPTS",
        "HOSTILE_VALUES",
        "LONGEST_NAMES",
        "PHONE_ONLY",
        "FORCE_CHANGE",
        "MFA_TOTP",
        "MFA_SMS",
        "MFA_SEVERAL"
      })
  void the_right_password_and_the_right_code_sign_in(UserKind kind) throws Exception {
    MadeUser user = pool.users(kind).findFirst().orElseThrow();

    JsonNode ended = signIn(user.login(), user.password());

    assertThat(ended.path("outcome").asString()).as(ended.toString()).isEqualTo("tokens");
    assertThat(ended.path("sub").asString()).isEqualTo(user.sub());
  }

  @Test
  void an_alias_signs_its_owner_in() throws Exception {
    MadeUser user = pool.users(UserKind.ORDINARY).skip(3).findFirst().orElseThrow();

    assertThat(signIn(user.email().orElseThrow(), user.password()).path("sub").asString())
        .isEqualTo(user.sub());
  }

  @ParameterizedTest
  @CsvSource({
    "ORDINARY, x, NotAuthorizedException, Incorrect username or password.",
    "UNCONFIRMED, '', UserNotConfirmedException, User is not confirmed.",
    "RESET_REQUIRED, '', PasswordResetRequiredException, Password reset required for the user",
    "IMPORTED, '', NotAuthorizedException, Incorrect username or password.",
    "DISABLED, '', NotAuthorizedException, User is disabled."
  })
  void who_is_not_let_in_is_told_what_aws_tells(
      UserKind kind, String typedTooMuch, String type, String message) throws Exception {
    MadeUser user = pool.users(kind).skip(1).findFirst().orElseThrow();

    JsonNode ended = signIn(user.login(), user.password() + typedTooMuch);

    assertThat(ended.path("outcome").asString()).isEqualTo(type);
    assertThat(ended.path("message").asString()).isEqualTo(message);
  }

  @Test
  void nobody_can_tell_who_does_not_exist() throws Exception {
    JsonNode ended = signIn("nobody.at.all", "Any-password-1!");

    assertThat(ended.path("message").asString()).isEqualTo("Incorrect username or password.");
  }

  private static JsonNode signIn(String login, String password) throws Exception {
    URL script = AwsClientSignInTest.class.getResource("sign-in.js");
    String input =
        JSON.writeValueAsString(
            Map.of(
                "endpoint",
                pool.endpoint().toString(),
                "userPoolId",
                pool.userPoolId(),
                "clientId",
                pool.publicClientId(),
                "login",
                login,
                "password",
                password,
                "newPassword",
                "Chosen-Anew-2-day!"));
    return JSON.readTree(aws.run(Path.of(Objects.requireNonNull(script).toURI()), input));
  }
}
