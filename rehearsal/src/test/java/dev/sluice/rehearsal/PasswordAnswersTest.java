package dev.sluice.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each row of Cognito's answers to a password, user kind by user kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasswordAnswersTest {

  private static final String WRONG = "Incorrect username or password.";

  private final PoolUnderTest under = new PoolUnderTest(PoolUnderTest.OPTIONS);

  @AfterAll
  void stop() {
    under.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = UserKind.class,
      names = {
        "ORDINARY",
        "LINKED",
        "DUPLICATE_EMAIL_OWNER",
        "DUPLICATE_EMAIL_OTHER",
        "NO_EMAIL",
        "UNVERIFIED_EMAIL",
        "PHONE_ONLY",
        "CASE_TWIN_LOWER",
        "CASE_TWIN_UPPER",
        "MANY_SCRIPTS",
        "HOSTILE_VALUES",
        "PLUS_SIGN",
        "LONGEST_NAMES"
      })
  void the_right_password_of_a_user_who_can_log_in_gets_tokens(UserKind kind) {
    MadeUser user = under.a(kind);

    AuthenticationResultType result =
        under.adminLogin(user.login(), user.password()).authenticationResult();

    assertThat(user.canLogIn()).isTrue();
    assertThat(result.tokenType()).isEqualTo("Bearer");
    assertThat(result.expiresIn()).isEqualTo(3600);
    JsonNode id = claims(result.idToken());
    assertThat(id.get("sub").stringValue()).isEqualTo(user.sub());
    assertThat(id.get("token_use").stringValue()).isEqualTo("id");
    assertThat(id.get("cognito:username").stringValue()).isEqualTo(user.username());
    assertThat(id.get("aud").stringValue()).isEqualTo(under.pool.clientId());
    JsonNode access = claims(result.accessToken());
    assertThat(access.get("token_use").stringValue()).isEqualTo("access");
    assertThat(access.get("client_id").stringValue()).isEqualTo(under.pool.clientId());
    assertThat(access.has("aud")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "FORCE_CHANGE, NEW_PASSWORD_REQUIRED",
    "MFA_SMS, SMS_MFA",
    "MFA_EMAIL, EMAIL_OTP",
    "MFA_TOTP, SOFTWARE_TOKEN_MFA",
    "MFA_SEVERAL, SELECT_MFA_TYPE",
    "MFA_SETUP, MFA_SETUP"
  })
  void the_right_password_of_other_users_gets_their_challenge(UserKind kind, String challenge) {
    MadeUser user = under.a(kind);

    AdminInitiateAuthResponse answer = under.adminLogin(user.login(), user.password());

    assertThat(answer.challengeNameAsString()).isEqualTo(challenge);
    assertThat(answer.session()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(answer.authenticationResult()).isNull();
    assertThat(answer.challengeParameters()).containsEntry("USER_ID_FOR_SRP", user.username());
    assertThat(user.canLogIn()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = UserKind.class,
      names = {"ORDINARY", "FORCE_CHANGE", "MFA_SMS", "MFA_TOTP", "CASE_TWIN_UPPER"})
  void a_wrong_password_is_refused_before_any_challenge(UserKind kind) {
    MadeUser user = under.pool.users(kind).skip(1).findFirst().orElseThrow();

    assertNotAuthorized(() -> under.adminLogin(user.login(), "Wrong-1-password!"), WRONG);
  }

  @ParameterizedTest
  @EnumSource(
      value = UserKind.class,
      names = {
        "IMPORTED",
        "FEDERATED_GOOGLE",
        "FEDERATED_FACEBOOK",
        "FEDERATED_APPLE",
        "FEDERATED_AMAZON",
        "FEDERATED_SAML",
        "FEDERATED_OIDC",
        "LINKED_EARLIER_PROFILE"
      })
  void those_without_a_password_look_like_a_wrong_one(UserKind kind) {
    MadeUser user = under.a(kind);

    assertNotAuthorized(() -> under.adminLogin(user.username(), user.password()), WRONG);
  }

  @Test
  void an_unknown_user_looks_like_a_wrong_password() {
    assertNotAuthorized(() -> under.adminLogin("nobody.here", "Any-password-1!"), WRONG);
  }

  @Test
  void a_disabled_user_is_told_so_whatever_the_password() {
    MadeUser user = under.a(UserKind.DISABLED);

    for (String password : List.of(user.password(), "Wrong-1-password!")) {
      assertNotAuthorized(() -> under.adminLogin(user.login(), password), "User is disabled.");
    }
  }

  @Test
  void an_expired_temporary_password_is_told_apart_from_a_wrong_one() {
    MadeUser user = under.a(UserKind.FORCE_CHANGE_EXPIRED);

    assertNotAuthorized(
        () -> under.adminLogin(user.login(), user.password()),
        "Temporary password has expired and must be reset by an administrator.");
  }

  @Test
  void an_unconfirmed_user_is_told_so_whatever_the_password() {
    MadeUser user = under.a(UserKind.UNCONFIRMED);

    for (String password : List.of(user.password(), "Wrong-1-password!")) {
      assertThatThrownBy(() -> under.adminLogin(user.login(), password))
          .isInstanceOf(UserNotConfirmedException.class);
    }
  }

  @Test
  void a_user_who_must_reset_is_told_so_whatever_the_password() {
    MadeUser user = under.a(UserKind.RESET_REQUIRED);

    for (String password : List.of(user.password(), "Wrong-1-password!")) {
      assertThatThrownBy(() -> under.adminLogin(user.login(), password))
          .isInstanceOf(PasswordResetRequiredException.class);
    }
  }

  @Test
  void a_public_client_logs_in_without_a_secret_hash() {
    MadeUser user = under.a(UserKind.ORDINARY);

    assertThat(under.publicLogin(user.login(), user.password()).authenticationResult()).isNotNull();
  }

  private static void assertNotAuthorized(ThrowingCallable login, String message) {
    assertThatThrownBy(login)
        .isInstanceOfSatisfying(
            NotAuthorizedException.class,
            refused -> {
              assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message);
              assertThat(refused.statusCode()).isEqualTo(400);
            });
  }

  private static JsonNode claims(String jwt) {
    String payload = List.of(jwt.split("\\.", -1)).get(1);
    return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(payload));
  }
}
