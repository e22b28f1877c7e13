package dev.sluice.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.rehearsal.pool.signin.SentCode;
import dev.sluice.rehearsal.user.AuthenticatorApp;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminRespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/** What follows a challenge, session by session. */
class ChallengeAnswersTest {

  private final SettableClock clock = new SettableClock();
  private final PoolUnderTest under = new PoolUnderTest(PoolUnderTest.OPTIONS.withClock(clock));

  @AfterEach
  void stop() {
    under.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = UserKind.class,
      names = {"MFA_SMS", "MFA_EMAIL", "MFA_TOTP"})
  void the_right_code_gets_tokens_and_its_session_is_good_once(UserKind kind) {
    MadeUser user = under.a(kind);
    String session = begin(user);
    String code = code(user, user.mfa().challenge());

    assertThat(answer(user, session, code).authenticationResult().refreshToken()).isNotEmpty();
    assertThatThrownBy(() -> answer(user, session, code))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("session can only be used once");
  }

  @ParameterizedTest
  @CsvSource({
    "MFA_SMS, Invalid code or auth state for the user.",
    "MFA_TOTP, Invalid code received for user"
  })
  void a_wrong_code_is_told_so_and_the_right_one_may_follow(UserKind kind, String message) {
    MadeUser user = under.a(kind);
    String session = begin(user);

    assertThatThrownBy(() -> answer(user, session, "wrong"))
        .isInstanceOf(CodeMismatchException.class)
        .hasMessageContaining(message);
    assertThat(answer(user, session, code(user, user.mfa().challenge())).authenticationResult())
        .isNotNull();
  }

  @Test
  void a_session_ends_after_three_minutes() {
    MadeUser user = under.a(UserKind.MFA_SMS);
    String session = begin(user);
    clock.pass(Duration.ofMinutes(3));

    assertThatThrownBy(() -> answer(user, session, code(user, "SMS_MFA")))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("session is expired");
  }

  @Test
  void five_wrong_codes_lock_out_and_the_right_password_does_not_start_the_count_again() {
    MadeUser user = under.a(UserKind.MFA_TOTP);
    String session = begin(user);
    for (int attempt = 0; attempt < 4; attempt++) {
      assertThatThrownBy(() -> answer(user, session, "000000"))
          .isInstanceOf(CodeMismatchException.class);
    }
    String again = begin(user);
    assertThatThrownBy(() -> answer(user, again, "000000"))
        .isInstanceOf(CodeMismatchException.class);

    assertThatThrownBy(() -> answer(user, again, code(user, "SOFTWARE_TOKEN_MFA")))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Password attempts exceeded");
    assertThatThrownBy(() -> begin(user)).hasMessageContaining("Password attempts exceeded");
  }

  @Test
  void an_apps_code_is_good_once_and_a_step_early_or_late() {
    MadeUser user = under.a(UserKind.MFA_TOTP);
    String late = code(user, "SOFTWARE_TOKEN_MFA");
    clock.pass(AuthenticatorApp.STEP);

    assertThat(answer(user, begin(user), late).authenticationResult()).isNotNull();
    assertThatThrownBy(() -> answer(user, begin(user), late))
        .isInstanceOf(ExpiredCodeException.class)
        .hasMessageContaining("already been used once");
    clock.pass(AuthenticatorApp.STEP);
    assertThatThrownBy(() -> answer(user, begin(user), late))
        .isInstanceOf(CodeMismatchException.class);
  }

  @ParameterizedTest
  @CsvSource({"SMS_MFA", "SOFTWARE_TOKEN_MFA"})
  void who_has_two_factors_chooses_one_and_is_asked_for_it(String chosen) {
    MadeUser user = under.a(UserKind.MFA_SEVERAL);
    AdminRespondToAuthChallengeResponse asked =
        respond("SELECT_MFA_TYPE", user, begin(user), Map.of("ANSWER", chosen));

    assertThat(asked.challengeNameAsString()).isEqualTo(chosen);
    assertThat(
            respond(chosen, user, asked.session(), Map.of(chosen + "_CODE", code(user, chosen)))
                .authenticationResult())
        .isNotNull();
  }

  @Test
  void a_factor_that_the_user_does_not_have_cannot_be_chosen() {
    MadeUser user = under.a(UserKind.MFA_SEVERAL);

    assertThatThrownBy(
            () -> respond("SELECT_MFA_TYPE", user, begin(user), Map.of("ANSWER", "EMAIL_OTP")))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void a_temporary_password_is_replaced_by_one_that_the_policy_allows() {
    MadeUser user = under.a(UserKind.FORCE_CHANGE);
    String session = begin(user);

    assertThatThrownBy(
            () -> respond("NEW_PASSWORD_REQUIRED", user, session, Map.of("NEW_PASSWORD", "short")))
        .isInstanceOf(InvalidPasswordException.class);
    respond("NEW_PASSWORD_REQUIRED", user, session, Map.of("NEW_PASSWORD", "Chosen-9-freely!"));
    assertThat(under.adminLogin(user.login(), "Chosen-9-freely!").authenticationResult())
        .isNotNull();
  }

  @Test
  void a_session_serves_nobody_else_and_no_other_challenge() {
    MadeUser user = under.a(UserKind.MFA_TOTP);
    MadeUser other = under.pool.users(UserKind.MFA_TOTP).skip(1).findFirst().orElseThrow();
    String session = begin(user);

    assertThatThrownBy(() -> answer(other, session, code(other, "SOFTWARE_TOKEN_MFA")))
        .hasMessageContaining("Invalid session for the user.");
    assertThatThrownBy(() -> respond("SMS_MFA", user, session, Map.of("SMS_MFA_CODE", "123456")))
        .hasMessageContaining("Invalid session for the user.");
    assertThatThrownBy(() -> answer(user, "a-session-that-nobody-gave", "123456"))
        .hasMessageContaining("Invalid session for the user.");
  }

  @Test
  void the_secret_hash_is_of_the_name_that_is_answered_for() {
    MadeUser user = under.a(UserKind.MFA_TOTP);
    String session = begin(user);

    assertThatThrownBy(() ->
            under.aws.adminRespondToAuthChallenge(r ->
                r.userPoolId(under.pool.userPoolId())
                    .clientId(under.pool.clientId())
                    .challengeName("SOFTWARE_TOKEN_MFA")
                    .session(session)
                    .challengeResponses(
                        Map.of(
                            "USERNAME", user.username(),
                            "SOFTWARE_TOKEN_MFA_CODE", code(user, "SOFTWARE_TOKEN_MFA"),
                            "SECRET_HASH", under.secretHash("somebody.else")))))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Unable to verify secret hash");
  }

  private String begin(MadeUser user) {
    return under.adminLogin(user.login(), user.password()).session();
  }

  private AdminRespondToAuthChallengeResponse answer(MadeUser user, String session, String code) {
    String challenge = user.mfa().challenge();
    return respond(challenge, user, session, Map.of(challenge + "_CODE", code));
  }

  private AdminRespondToAuthChallengeResponse respond(
      String challenge, MadeUser user, String session, Map<String, String> answers) {
    Map<String, String> responses = new HashMap<>(answers);
    responses.put("USERNAME", user.username());
    responses.put("SECRET_HASH", under.secretHash(user.username()));
    return under.aws.adminRespondToAuthChallenge(r ->
        r.userPoolId(under.pool.userPoolId())
            .clientId(under.pool.clientId())
            .challengeName(challenge)
            .session(session)
            .challengeResponses(responses));
  }

  private String code(MadeUser user, String challenge) {
    return challenge.equals("SOFTWARE_TOKEN_MFA")
        ? AuthenticatorApp.of(user).code(clock.instant())
        : under.pool.sentTo(user).stream()
            .filter(sent -> sent.challenge().equals(challenge))
            .map(SentCode::code)
            .findFirst()
            .orElseThrow();
  }
}
