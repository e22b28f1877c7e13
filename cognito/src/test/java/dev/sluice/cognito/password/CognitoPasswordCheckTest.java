package dev.sluice.cognito.password;

import static dev.sluice.api.source.NoVerdictReason.SOURCE_THROTTLED;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_TIMED_OUT;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.api.user.UserId;
import dev.sluice.cognito.CognitoPool;
import dev.sluice.cognito.ScriptedCognito;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.cognito.call.PasswordFlow;
import dev.sluice.cognito.call.QuotaCategory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

class CognitoPasswordCheckTest {
  private static final String CLIENT = "7hd2clienttest";
  private static final String PASSWORD = "Walnut-Ferry-73";
  private static final String ID_TOKEN =
      token("{\"sub\":\"b5e1-rosa\",\"cognito:username\":\"rosa\",\"token_use\":\"id\"}");

  private final ScriptedCognito pool = new ScriptedCognito();
  private CognitoOptions options =
      CognitoOptions.of("eu-south-2_ChEck0001", CLIENT).at(pool.endpoint());

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void tokens_prove_the_user_whom_they_name() {
    pool.answers("AdminInitiateAuth", tokens(ID_TOKEN)).answers("RevokeToken", "{}");

    assertThat(check("Rosa@Example.org", PASSWORD))
        .isEqualTo(
            new Verdict.Proven(
                "rosa", new UserId("b5e1-rosa"), SecondFactor.NONE, false, null, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-a-token", "a.b.c", "a.e30.c", "a.WzFd.c", "a.!!.c"})
  void an_id_token_that_cannot_be_read_still_proves_the_password(String idToken) {
    pool.answers("AdminInitiateAuth", tokens(idToken)).answers("RevokeToken", "{}");

    assertThat(check("rosa@example.org", PASSWORD))
        .isEqualTo(new Verdict.Proven("rosa@example.org", null, SecondFactor.NONE, false));
  }

  @Test
  void a_challenge_without_a_username_keeps_the_login_that_was_given() {
    pool.answers("AdminInitiateAuth", "{\"ChallengeName\":\"SMS_MFA\"}");

    assertThat(check("rosa@example.org", PASSWORD))
        .isEqualTo(new Verdict.Proven("rosa@example.org", null, SecondFactor.SMS, false));
  }

  @Test
  void tokens_are_revoked_with_the_refresh_token() throws Exception {
    options = options.withSecret(new Secret("client-secret-of-the-test"));
    pool.answers("AdminInitiateAuth", tokens(ID_TOKEN)).answers("RevokeToken", "{}");
    check("rosa", PASSWORD);

    var body = pool.await("RevokeToken").body();
    assertThat(body.get("Token").asString()).isEqualTo("refresh-token-41");
    assertThat(body.get("ClientId").asString()).isEqualTo(CLIENT);
    assertThat(body.get("ClientSecret").asString()).isEqualTo("client-secret-of-the-test");
  }

  @Test
  void tokens_that_cannot_be_revoked_change_nothing_about_the_verdict() {
    pool.answers("AdminInitiateAuth", tokens(ID_TOKEN))
        .refuses("RevokeToken", "UnsupportedOperationException", "Token revocation is off");

    assertThat(check("rosa", PASSWORD)).isInstanceOf(Verdict.Proven.class);
    assertThat(pool.calls("RevokeToken")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "mira lee", "mira ", "+49 151 0000002", "mi\tra", "mi\nra", "mi\u00A0ra"})
  void a_login_that_cognito_cannot_take_is_refused_without_asking(String login) {
    assertThat(check(login, PASSWORD)).isEqualTo(new Verdict.Refused(RefusalReason.WRONG_PASSWORD));
    assertThat(check("m".repeat(129), PASSWORD))
        .isEqualTo(new Verdict.Refused(RefusalReason.WRONG_PASSWORD));
    assertThat(pool.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"müller", "mira@example.org", "+4915100000001", "\uD83D\uDE00", "三"})
  void any_login_that_it_can_take_is_asked_about(String login) {
    pool.refuses("AdminInitiateAuth", "NotAuthorizedException", "User is disabled.");

    assertThat(check(login, PASSWORD)).isEqualTo(new Verdict.Refused(RefusalReason.DISABLED));
  }

  @Test
  void the_admin_flow_is_signed_and_tells_where_the_user_is() {
    pool.refuses("AdminInitiateAuth", "NotAuthorizedException", "User is disabled.");
    check("rosa", PASSWORD);

    ScriptedCognito.Call call = pool.calls().getFirst();
    assertThat(call.authorization()).startsWith("AWS4-HMAC-SHA256");
    assertThat(call.body().toString())
        .contains("\"AuthFlow\":\"ADMIN_USER_PASSWORD_AUTH\"")
        .contains("\"IpAddress\":\"203.0.113.9\"")
        .contains("\"headerName\":\"User-Agent\",\"headerValue\":\"Mozilla/5.0 (test)\"")
        .doesNotContain("DEVICE_KEY", "SECRET_HASH");
  }

  @Test
  void the_user_flow_needs_no_credentials() {
    options = options.with(PasswordFlow.USER);
    pool.refuses("InitiateAuth", "NotAuthorizedException", "User is disabled.");
    check("rosa", PASSWORD);

    ScriptedCognito.Call call = pool.calls().getFirst();
    assertThat(call.authorization()).isNull();
    assertThat(call.body().get("AuthFlow").asString()).isEqualTo("USER_PASSWORD_AUTH");
    assertThat(call.body().has("UserPoolId")).isFalse();
  }

  @Test
  void a_client_with_a_secret_gets_a_hash_of_the_login_as_it_is_sent() {
    options = options.withSecret(new Secret("client-secret-of-the-test"));
    pool.refuses("AdminInitiateAuth", "NotAuthorizedException", "User is disabled.");
    check("rosa", PASSWORD);

    // printf %s rosa7hd2clienttest | openssl dgst -sha256 -hmac client-secret-of-the-test -binary
    assertThat(pool.calls().getFirst().body().get("AuthParameters").get("SECRET_HASH").asString())
        .isEqualTo("AYpKpAHCE+X/GEpYv67qVkWvLZSCp9FKcRZWzIWiMRE=");
  }

  @Test
  void no_password_is_sent_while_a_logger_writes_down_what_is_sent() {
    Logger curious =
        (Logger)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Logger.class},
                (proxy, method, arguments) -> method.getName().equals("isDebugEnabled"));
    try (CognitoConnection connection = CognitoConnection.open(options);
        CognitoPasswordCheck check = new CognitoPasswordCheck(connection, curious)) {
      Verdict verdict = check.check(attempt("rosa", PASSWORD, Duration.ofSeconds(20)));

      assertThat(reason(verdict)).isEqualTo(NoVerdictReason.MISCONFIGURED);
      assertThat(pool.calls()).isEmpty();
    }
  }

  @Test
  void what_cannot_be_a_password_is_refused_without_asking() {
    assertThat(check("rosa", "")).isEqualTo(new Verdict.Refused(RefusalReason.WRONG_PASSWORD));
    assertThat(check("rosa", "x".repeat(257)))
        .isEqualTo(new Verdict.Refused(RefusalReason.WRONG_PASSWORD));
    assertThat(check(" ", PASSWORD)).isEqualTo(new Verdict.Refused(RefusalReason.WRONG_PASSWORD));
    assertThat(pool.calls()).isEmpty();
  }

  @Test
  void an_answer_that_comes_after_the_budget_is_a_timeout() {
    pool.answersLate("AdminInitiateAuth", Duration.ofSeconds(5), tokens(ID_TOKEN));

    assertThat(reason(check(attempt("rosa", PASSWORD, Duration.ofMillis(300)))))
        .isEqualTo(SOURCE_TIMED_OUT);
  }

  @Test
  void a_pool_that_cannot_be_reached_is_no_verdict() {
    pool.close();

    assertThat(reason(check("rosa", PASSWORD))).isEqualTo(SOURCE_UNAVAILABLE);
  }

  @Test
  void who_would_wait_too_long_for_a_turn_is_told_so_and_the_pool_is_not_asked() {
    pool.refuses("AdminInitiateAuth", "TooManyRequestsException", "Too many requests");
    try (CognitoConnection connection = CognitoConnection.open(options);
        CognitoPasswordCheck check = new CognitoPasswordCheck(connection)) {
      check.check(attempt("rosa", PASSWORD, Duration.ofSeconds(20)));
      Verdict second = check.check(attempt("rosa", PASSWORD, Duration.ofMillis(1)));

      assertThat(reason(second)).isEqualTo(SOURCE_THROTTLED);
      assertThat(pool.calls()).hasSize(1);
      assertThat(connection.pace(QuotaCategory.USER_AUTHENTICATION).rate()).isEqualTo(40);
    }
  }

  @Test
  void a_message_that_repeats_the_password_is_not_passed_on() {
    pool.refuses(
        "AdminInitiateAuth",
        "UserLambdaValidationException",
        "Bad " + PASSWORD + "\nforged: line " + "x".repeat(500));

    assertThat(check("rosa", PASSWORD))
        .isInstanceOfSatisfying(
            Verdict.NoVerdict.class,
            none ->
                assertThat(none.detail())
                    .doesNotContain(PASSWORD, "\n")
                    .contains("Bad ****")
                    .hasSizeLessThan(320));
  }

  private Verdict check(String login, String password) {
    return check(attempt(login, password, Duration.ofSeconds(20)));
  }

  private Verdict check(PasswordAttempt attempt) {
    try (CognitoPool connection = CognitoPool.open(options);
        CognitoPasswordCheck check = connection.passwords()) {
      return check.check(attempt);
    }
  }

  private static PasswordAttempt attempt(String login, String password, Duration budget) {
    return new PasswordAttempt(
        login, new Secret(password), "203.0.113.9", "Mozilla/5.0 (test)", budget);
  }

  private static NoVerdictReason reason(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.NoVerdict.class);
    return ((Verdict.NoVerdict) verdict).reason();
  }

  private static String tokens(String idToken) {
    return """
    {"AuthenticationResult":{"IdToken":"%s","AccessToken":"a","RefreshToken":"refresh-token-41",
    "ExpiresIn":3600,"TokenType":"Bearer"},"ChallengeParameters":{}}\
    """
        .formatted(idToken);
  }

  private static String token(String payload) {
    Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
    return "e30." + url.encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + ".sig";
  }
}
