package dev.sluice.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.SignInBy;
import dev.sluice.rehearsal.user.UserKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** What a scenario can change about the users. */
class UserAdministrationTest {

  private static final String TEMPORARY = "Green-Kettle-31!";
  private static final String PERMANENT = "Purple-Kettle-32!";

  private final SettableClock clock = new SettableClock();
  private final PoolUnderTest under = new PoolUnderTest(PoolUnderTest.OPTIONS.withClock(clock));
  private final String poolId = under.pool.userPoolId();
  private final MadeUser user = under.a(UserKind.ORDINARY);

  @AfterEach
  void stop() {
    under.close();
  }

  @Test
  void a_created_user_must_change_the_temporary_password_and_then_logs_in() {
    UserType created = create("new.person");

    assertThat(created.userStatusAsString()).isEqualTo("FORCE_CHANGE_PASSWORD");
    assertThat(under.adminLogin("new.person", TEMPORARY).challengeNameAsString())
        .isEqualTo("NEW_PASSWORD_REQUIRED");
    setPassword("new.person", PERMANENT, true);
    assertThat(under.adminLogin("new.person", PERMANENT).authenticationResult()).isNotNull();
    assertThatThrownBy(() -> create("new.person")).isInstanceOf(UsernameExistsException.class);
  }

  @Test
  void a_created_user_is_listed_in_its_shard_and_found_by_its_email() {
    String sub = under.pool.find(create("new.person").username()).orElseThrow().sub();

    for (String filter :
        List.of(
            "sub = \"" + sub + "\"",
            "sub ^= \"" + sub.substring(0, 1) + "\"",
            "email = \"new.person@example.org\"",
            "username = \"new.person\"")) {
      assertThat(allNames(filter)).as(filter).contains("new.person");
    }
  }

  @Test
  void a_temporary_password_expires_after_seven_days() {
    create("new.person");
    clock.pass(Duration.ofDays(8));

    assertThatThrownBy(() -> under.adminLogin("new.person", TEMPORARY))
        .hasMessageContaining("Temporary password has expired");
  }

  @Test
  void a_password_that_is_set_replaces_the_made_one() {
    setPassword(user.username(), PERMANENT, true);

    assertThat(under.adminLogin(user.login(), PERMANENT).authenticationResult()).isNotNull();
    assertThatThrownBy(() -> under.adminLogin(user.login(), user.password()))
        .isInstanceOf(NotAuthorizedException.class);
    assertThatThrownBy(() -> setPassword(user.username(), "short", true))
        .isInstanceOf(InvalidPasswordException.class);
  }

  @Test
  void a_disabled_user_can_be_enabled_again() {
    under.aws.adminDisableUser(r -> r.userPoolId(poolId).username(user.username()));
    assertThatThrownBy(() -> under.adminLogin(user.login(), user.password()))
        .hasMessageContaining("User is disabled.");
    assertThat(allNames("status = \"Disabled\"")).contains(user.username());

    under.aws.adminEnableUser(r -> r.userPoolId(poolId).username(user.username()));
    assertThat(under.adminLogin(user.login(), user.password()).authenticationResult()).isNotNull();
  }

  @Test
  void a_user_made_to_reset_can_no_longer_log_in() {
    under.aws.adminResetUserPassword(r -> r.userPoolId(poolId).username(user.username()));

    assertThatThrownBy(() -> under.adminLogin(user.login(), user.password()))
        .isInstanceOf(PasswordResetRequiredException.class);
    MadeUser unreachable = under.a(UserKind.NO_EMAIL);
    assertThatThrownBy(() ->
            under.aws.adminResetUserPassword(
                r -> r.userPoolId(poolId).username(unreachable.username())))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void a_deleted_user_is_gone_from_logins_and_lists() {
    under.aws.adminDeleteUser(r -> r.userPoolId(poolId).username(user.username()));

    assertThat(allNames("sub = \"" + user.sub() + "\"")).isEmpty();
    assertThatThrownBy(() -> under.adminLogin(user.login(), user.password()))
        .isInstanceOf(NotAuthorizedException.class);
    assertThatThrownBy(
            () -> under.aws.adminGetUser(r -> r.userPoolId(poolId).username(user.username())))
        .isInstanceOf(UserNotFoundException.class);
    assertThat(under.aws.describeUserPool(r -> r.userPoolId(poolId)).userPool())
        .satisfies(pool -> assertThat(pool.estimatedNumberOfUsers()).isEqualTo(1233));
  }

  @Test
  void a_changed_email_finds_the_user_and_the_old_one_does_not() {
    update("email", "moved@example.net");

    assertThat(allNames("email = \"moved@example.net\"")).containsExactly(user.username());
    assertThat(allNames("email = \"" + user.email().orElseThrow() + "\"")).isEmpty();
    assertThat(under.adminLogin("moved@example.net", user.password()).authenticationResult())
        .isNotNull();
    assertThatThrownBy(() -> update("sub", "other")).isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> update("custom:note", "é".repeat(1025)))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void an_unconfirmed_user_can_be_confirmed_once() {
    MadeUser unconfirmed = under.a(UserKind.UNCONFIRMED);
    under.aws.adminConfirmSignUp(r -> r.userPoolId(poolId).username(unconfirmed.username()));

    assertThat(under.adminLogin(unconfirmed.login(), unconfirmed.password()).authenticationResult())
        .isNotNull();
    assertThatThrownBy(() ->
            under.aws.adminConfirmSignUp(
                r -> r.userPoolId(poolId).username(unconfirmed.username())))
        .isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void a_user_who_joins_or_leaves_a_group_does_so_in_both_lists() {
    MadeUser loner =
        under.pool.users().filter(made -> made.groups().isEmpty()).findFirst().orElseThrow();
    under.aws.adminAddUserToGroup(
        r -> r.userPoolId(poolId).username(loner.username()).groupName("support"));

    assertThat(members("support")).contains(loner.username());
    assertThat(under.pool.find(loner.sub()).orElseThrow().groups()).containsExactly("support");
    under.aws.adminRemoveUserFromGroup(
        r -> r.userPoolId(poolId).username(loner.username()).groupName("support"));
    assertThat(members("support")).doesNotContain(loner.username());
  }

  @Test
  void in_a_pool_that_signs_in_by_email_a_created_user_gets_its_sub_as_username() {
    try (var byEmail =
        new PoolUnderTest(PoolUnderTest.OPTIONS.withSignInBy(SignInBy.EMAIL_OR_PHONE))) {
      UserType created =
          byEmail
              .aws
              .adminCreateUser(r -> r.userPoolId(poolId).username("late@example.com"))
              .user();

      assertThat(created.username()).matches("[0-9a-f-]{36}");
      assertThat(created.attributes()).extracting(AttributeType::name).contains("email");
      assertThatThrownBy(
              () -> byEmail.aws.adminCreateUser(r -> r.userPoolId(poolId).username("no.email")))
          .isInstanceOf(InvalidParameterException.class);
    }
  }

  private UserType create(String name) {
    return under
        .aws
        .adminCreateUser(r ->
            r.userPoolId(poolId)
                .username(name)
                .temporaryPassword(TEMPORARY)
                .userAttributes(attribute("email", name + "@example.org")))
        .user();
  }

  private void setPassword(String name, String password, boolean permanent) {
    under.aws.adminSetUserPassword(
        r -> r.userPoolId(poolId).username(name).password(password).permanent(permanent));
  }

  private void update(String name, String value) {
    under.aws.adminUpdateUserAttributes(
        r -> r.userPoolId(poolId).username(user.username()).userAttributes(attribute(name, value)));
  }

  private static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }

  private List<String> allNames(String filter) {
    return under.aws.listUsersPaginator(r -> r.userPoolId(poolId).filter(filter)).users().stream()
        .map(UserType::username)
        .toList();
  }

  private List<String> members(String group) {
    return under
        .aws
        .listUsersInGroupPaginator(r -> r.userPoolId(poolId).groupName(group))
        .users()
        .stream()
        .map(UserType::username)
        .toList();
  }
}
