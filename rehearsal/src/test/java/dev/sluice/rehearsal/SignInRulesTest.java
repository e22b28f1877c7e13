package dev.sluice.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.rehearsal.user.HostileKind;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.SignInBy;
import dev.sluice.rehearsal.user.UserKind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnauthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedTokenTypeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** Clients, secrets, flows, aliases and tokens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInRulesTest {

  private final PoolUnderTest under = new PoolUnderTest(PoolUnderTest.OPTIONS);
  private final MadeUser user = under.a(UserKind.ORDINARY);

  @AfterAll
  void stop() {
    under.close();
  }

  @Test
  void a_wrong_or_missing_secret_hash_is_refused_even_with_the_right_password() {
    for (String hash : new String[] {"d3Jvbmc=", under.secretHash("another")}) {
      assertThatThrownBy(() ->
              initiate(
                  under,
                  under.pool.clientId(),
                  PoolUnderTest.parameters(user.login(), user.password(), hash)))
          .isInstanceOf(NotAuthorizedException.class)
          .hasMessageContaining("Unable to verify secret hash for client");
    }
    assertThatThrownBy(() ->
            initiate(
                under,
                under.pool.clientId(),
                Map.of("USERNAME", user.login(), "PASSWORD", user.password())))
        .hasMessageContaining("Unable to verify secret hash for client");
  }

  @Test
  void a_login_of_another_form_is_refused_before_anybody_is_looked_for() {
    for (String login : new String[] {"mira lee", "+49 151 0000002", "m".repeat(129), " "}) {
      assertThatThrownBy(() ->
              initiate(
                  under,
                  under.pool.clientId(),
                  PoolUnderTest.parameters(login, "not it", under.secretHash(login))))
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining("Value at 'userName' failed to satisfy constraint");
    }
  }

  @Test
  void an_unknown_client_or_pool_is_not_found() {
    Map<String, String> parameters = Map.of("USERNAME", "a", "PASSWORD", "b");

    assertThatThrownBy(() -> initiate(under, "nosuchclient", parameters))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> under.aws.listUsers(r -> r.userPoolId("us-east-1_Elsewhere")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_call_signed_for_another_region_does_not_find_the_pool() {
    try (var elsewhere = PoolUnderTest.client(under.pool, "eu-central-1")) {
      assertThatThrownBy(() -> elsewhere.listUsers(r -> r.userPoolId(under.pool.userPoolId())))
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }

  @Test
  void a_flow_that_the_client_does_not_allow_is_refused() {
    try (var srpOnly =
        new PoolUnderTest(PoolUnderTest.OPTIONS.withAuthFlows(Set.of("ALLOW_USER_SRP_AUTH")))) {
      assertThatThrownBy(() -> srpOnly.publicLogin(user.login(), user.password()))
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining("USER_PASSWORD_AUTH flow not enabled for this client");
      assertThatThrownBy(() -> srpOnly.adminLogin(user.login(), user.password()))
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining("flow not enabled for this client");
    }
  }

  @Test
  void a_legacy_client_tells_an_unknown_user_from_a_wrong_password() {
    try (var legacy =
        new PoolUnderTest(PoolUnderTest.OPTIONS.withPreventUserExistenceErrors(false))) {
      assertThatThrownBy(() -> legacy.adminLogin("nobody.here", "Any-password-1!"))
          .isInstanceOf(UserNotFoundException.class);
      assertThatThrownBy(() -> legacy.adminLogin(user.login(), "Wrong-1-password!"))
          .isInstanceOf(NotAuthorizedException.class);
    }
  }

  @Test
  void a_verified_email_or_phone_logs_in_and_an_unverified_one_does_not() {
    MadeUser phoneOnly = under.a(UserKind.PHONE_ONLY);
    MadeUser unverified = under.a(UserKind.UNVERIFIED_EMAIL);

    assertThat(subOf(user.email().orElseThrow(), user)).isEqualTo(user.sub());
    assertThat(subOf(phoneOnly.phone().orElseThrow(), phoneOnly)).isEqualTo(phoneOnly.sub());
    assertThatThrownBy(() -> subOf(unverified.email().orElseThrow(), unverified))
        .isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void of_two_users_with_one_email_only_the_one_who_verified_it_logs_in_by_it() {
    MadeUser owner = under.a(UserKind.DUPLICATE_EMAIL_OWNER);
    MadeUser other = under.a(UserKind.DUPLICATE_EMAIL_OTHER);

    assertThat(other.email()).isEqualTo(owner.email());
    assertThat(subOf(owner.email().orElseThrow(), owner)).isEqualTo(owner.sub());
    assertThatThrownBy(() -> subOf(owner.email().orElseThrow(), other))
        .isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void case_matters_or_not_as_the_pool_was_created() {
    String shouted = user.username().toUpperCase(Locale.ROOT);

    assertThatThrownBy(() -> under.adminLogin(shouted, user.password()))
        .isInstanceOf(NotAuthorizedException.class);
    try (var insensitive = new PoolUnderTest(PoolUnderTest.OPTIONS.withCaseSensitive(false))) {
      assertThat(insensitive.adminLogin(shouted, user.password()).authenticationResult())
          .isNotNull();
      assertThat(insensitive.pool.users(UserKind.CASE_TWIN_LOWER)).isEmpty();
    }
  }

  @Test
  void in_a_pool_that_signs_in_by_email_the_username_is_the_sub_and_the_email_logs_in() {
    try (var byEmail =
        new PoolUnderTest(PoolUnderTest.OPTIONS.withSignInBy(SignInBy.EMAIL_OR_PHONE))) {
      MadeUser unverified = byEmail.a(UserKind.UNVERIFIED_EMAIL);

      assertThat(unverified.username()).isEqualTo(unverified.sub());
      assertThat(unverified.login()).contains("@example.");
      assertThat(
              byEmail.adminLogin(unverified.login(), unverified.password()).authenticationResult())
          .isNotNull();
      assertThat(byEmail.pool.users(UserKind.DUPLICATE_EMAIL_OWNER)).isEmpty();
    }
  }

  @Test
  void in_a_pool_of_phone_numbers_the_number_logs_in_even_unverified_and_no_email_does() {
    try (var byPhone = new PoolUnderTest(PoolUnderTest.OPTIONS.withSignInBy(SignInBy.PHONE))) {
      MadeUser unverified =
          byPhone.pool.users(UserKind.ORDINARY).filter(u -> !u.phoneVerified()).findAny().get();

      assertThat(unverified.username()).isEqualTo(unverified.sub());
      assertThat(unverified.login()).startsWith("+999");
      assertThat(
              byPhone.adminLogin(unverified.login(), unverified.password()).authenticationResult())
          .isNotNull();
      assertThatThrownBy(
              () -> byPhone.adminLogin(unverified.email().orElseThrow(), unverified.password()))
          .isInstanceOf(NotAuthorizedException.class);
      assertThat(byPhone.pool.users().filter(u -> !u.isFederated()))
          .allMatch(u -> u.phone().isPresent());
      assertThat(byPhone.pool.users(UserKind.DUPLICATE_EMAIL_OWNER)).isNotEmpty();
    }
  }

  @Test
  void in_a_pool_of_emails_the_email_logs_in_even_unverified_and_no_phone_number_does() {
    try (var byEmail = new PoolUnderTest(PoolUnderTest.OPTIONS.withSignInBy(SignInBy.EMAIL))) {
      MadeUser unverified = byEmail.a(UserKind.UNVERIFIED_EMAIL);
      MadeUser withPhone = byEmail.a(UserKind.MFA_SMS);

      assertThat(
              byEmail.adminLogin(unverified.login(), unverified.password()).authenticationResult())
          .isNotNull();
      assertThat(withPhone.login()).isEqualTo(withPhone.email().orElseThrow());
      assertThatThrownBy(
              () -> byEmail.adminLogin(withPhone.phone().orElseThrow(), withPhone.password()))
          .isInstanceOf(NotAuthorizedException.class);
      assertThat(byEmail.pool.users()).allMatch(u -> u.email().isPresent());
    }
  }

  @Test
  void in_a_pool_of_usernames_alone_no_address_logs_in() {
    try (var byName = new PoolUnderTest(PoolUnderTest.OPTIONS.withSignInBy(SignInBy.USERNAME))) {
      MadeUser ordinary = byName.pool.users().filter(MadeUser::canLogIn).findFirst().orElseThrow();

      assertThat(byName.adminLogin(ordinary.login(), ordinary.password()).authenticationResult())
          .isNotNull();
      assertThatThrownBy(
              () -> byName.adminLogin(ordinary.email().orElseThrow(), ordinary.password()))
          .isInstanceOf(NotAuthorizedException.class);
    }
  }

  @Test
  void an_address_logs_in_whoever_was_the_last_to_verify_it() {
    try (var hostile = new PoolUnderTest(PoolUnderTest.OPTIONS.withHostileUsers(100))) {
      MadeUser older = hostile.pool.users(HostileKind.DEAD_EMAIL_OLDER).findFirst().orElseThrow();
      MadeUser owner = hostile.pool.find(older.email().orElseThrow()).orElseThrow();

      assertThat(owner.email()).isEqualTo(older.email());
      assertThat(owner.modified()).isAfter(older.modified());
      assertThat(
              hostile
                  .adminLogin(owner.email().orElseThrow(), owner.password())
                  .authenticationResult())
          .isNotNull();
      assertThatThrownBy(() -> hostile.adminLogin(owner.email().orElseThrow(), older.password()))
          .isInstanceOf(NotAuthorizedException.class);
      assertThat(hostile.adminLogin(older.username(), older.password()).authenticationResult())
          .isNotNull();
    }
  }

  @Test
  void a_revoked_refresh_token_renews_nothing() {
    InitiateAuthResponse login = under.publicLogin(user.login(), user.password());
    String refresh = login.authenticationResult().refreshToken();
    long live = under.pool.liveRefreshTokens();
    Map<String, String> renewal = Map.of("REFRESH_TOKEN", refresh);
    assertThat(renew(renewal).authenticationResult().accessToken()).isNotEmpty();

    under.aws.revokeToken(r -> r.clientId(under.pool.publicClientId()).token(refresh));

    assertThat(under.pool.liveRefreshTokens()).isEqualTo(live - 1);
    assertThatThrownBy(() -> renew(renewal))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Refresh Token has been revoked");
  }

  @Test
  void only_the_clients_own_refresh_tokens_can_be_revoked() {
    InitiateAuthResponse login = under.publicLogin(user.login(), user.password());
    String refresh = login.authenticationResult().refreshToken();

    assertThatThrownBy(
            () -> under.aws.revokeToken(r -> r.clientId(under.pool.clientId()).token(refresh)))
        .isInstanceOf(UnauthorizedException.class);
    assertThatThrownBy(() ->
            under.aws.revokeToken(r ->
                r.clientId(under.pool.publicClientId())
                    .token(login.authenticationResult().accessToken())))
        .isInstanceOf(UnsupportedTokenTypeException.class);
  }

  @Test
  void a_challenge_that_is_not_there_is_refused_with_a_clear_message() {
    assertThatThrownBy(() ->
            under.aws.respondToAuthChallenge(
                r -> r.clientId(under.pool.clientId()).challengeName("CUSTOM_CHALLENGE")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("not supported by the rehearsal pool");
  }

  private String subOf(String login, MadeUser expected) {
    assertThat(under.adminLogin(login, expected.password()).authenticationResult()).isNotNull();
    return under.pool.find(login).orElseThrow().sub();
  }

  private InitiateAuthResponse renew(Map<String, String> parameters) {
    return under.aws.initiateAuth(r ->
        r.clientId(under.pool.publicClientId())
            .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
            .authParameters(parameters));
  }

  private static InitiateAuthResponse initiate(
      PoolUnderTest pool, String clientId, Map<String, String> parameters) {
    return pool.aws.initiateAuth(r ->
        r.clientId(clientId).authFlow(AuthFlowType.USER_PASSWORD_AUTH).authParameters(parameters));
  }
}
