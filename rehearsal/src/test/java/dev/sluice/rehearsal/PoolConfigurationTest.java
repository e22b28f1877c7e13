package dev.sluice.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.SignInBy;
import dev.sluice.rehearsal.user.UserKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersInGroupResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ProviderDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

/** What can be read of the pool: its settings, clients, providers, groups and single users. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoolConfigurationTest {

  private final PoolUnderTest under = new PoolUnderTest(PoolUnderTest.OPTIONS);
  private final String poolId = under.pool.userPoolId();

  @AfterAll
  void stop() {
    under.close();
  }

  @Test
  void the_pool_describes_its_schema_policies_logins_and_size() {
    UserPoolType pool = under.aws.describeUserPool(r -> r.userPoolId(poolId)).userPool();

    assertThat(pool.id()).isEqualTo("us-east-1_Rehearse1");
    assertThat(pool.estimatedNumberOfUsers()).isEqualTo(1234);
    assertThat(pool.usernameConfiguration().caseSensitive()).isTrue();
    assertThat(pool.aliasAttributes())
        .containsExactly(AliasAttributeType.EMAIL, AliasAttributeType.PHONE_NUMBER);
    assertThat(pool.policies().passwordPolicy().temporaryPasswordValidityDays()).isEqualTo(7);
    assertThat(pool.mfaConfigurationAsString()).isEqualTo("OPTIONAL");
    assertThat(pool.schemaAttributes())
        .extracting(SchemaAttributeType::name)
        .contains(
            "sub", "email", "custom:plan", "custom:customer_id", "custom:score", "custom:note");
  }

  @Test
  void a_pool_that_signs_in_by_email_says_so() {
    try (var byEmail =
        new PoolUnderTest(
            PoolUnderTest.OPTIONS.withSignInBy(SignInBy.EMAIL_OR_PHONE).withCaseSensitive(false))) {
      UserPoolType pool = byEmail.aws.describeUserPool(r -> r.userPoolId(poolId)).userPool();

      assertThat(pool.usernameAttributes())
          .containsExactly(UsernameAttributeType.EMAIL, UsernameAttributeType.PHONE_NUMBER);
      assertThat(pool.hasAliasAttributes()).isFalse();
      assertThat(pool.usernameConfiguration().caseSensitive()).isFalse();
    }
  }

  @Test
  void a_pool_names_only_the_addresses_that_log_in() {
    assertThat(described(SignInBy.EMAIL).usernameAttributes())
        .containsExactly(UsernameAttributeType.EMAIL);
    assertThat(described(SignInBy.PHONE).usernameAttributes())
        .containsExactly(UsernameAttributeType.PHONE_NUMBER);
    assertThat(described(SignInBy.USERNAME).hasUsernameAttributes()).isFalse();
    assertThat(described(SignInBy.USERNAME).hasAliasAttributes()).isFalse();
  }

  private UserPoolType described(SignInBy signInBy) {
    try (var other = new PoolUnderTest(PoolUnderTest.OPTIONS.withSignInBy(signInBy))) {
      return other.aws.describeUserPool(r -> r.userPoolId(poolId)).userPool();
    }
  }

  @Test
  void both_clients_are_listed_and_the_secret_can_be_read() {
    assertThat(under.aws.listUserPoolClients(r -> r.userPoolId(poolId)).userPoolClients())
        .extracting("clientId")
        .containsExactly(under.pool.clientId(), under.pool.publicClientId());
    UserPoolClientType client =
        under
            .aws
            .describeUserPoolClient(r -> r.userPoolId(poolId).clientId(under.pool.clientId()))
            .userPoolClient();

    assertThat(client.clientSecret()).isEqualTo(under.pool.clientSecret());
    assertThat(client.explicitAuthFlows())
        .contains(
            ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
            ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH);
    assertThat(client.preventUserExistenceErrorsAsString()).isEqualTo("ENABLED");
  }

  @Test
  void providers_servers_and_mfa_settings_can_be_read() {
    assertThat(under.aws.listIdentityProviders(r -> r.userPoolId(poolId)).providers())
        .extracting(ProviderDescription::providerName)
        .containsExactly(
            "Google", "Facebook", "SignInWithApple", "LoginWithAmazon", "CorpSaml", "PartnerOidc");
    assertThat(
            under
                .aws
                .describeIdentityProvider(r -> r.userPoolId(poolId).providerName("PartnerOidc"))
                .identityProvider()
                .providerDetails())
        .containsEntry("oidc_issuer", "https://partneroidc.example.com")
        .containsKey("client_secret");
    assertThat(under.aws.listResourceServers(r -> r.userPoolId(poolId)).resourceServers())
        .hasSize(1);
    assertThat(
            under
                .aws
                .getUserPoolMfaConfig(r -> r.userPoolId(poolId))
                .softwareTokenMfaConfiguration()
                .enabled())
        .isTrue();
  }

  @Test
  void groups_are_listed_page_by_page() {
    List<String> names = new ArrayList<>();
    String token = null;
    do {
      String from = token;
      var page = under.aws.listGroups(r -> r.userPoolId(poolId).limit(3).nextToken(from));
      page.groups().stream().map(GroupType::groupName).forEach(names::add);
      token = page.nextToken();
    } while (token != null);

    assertThat(names).hasSize(7).doesNotHaveDuplicates().contains("admins", "partners/gold");
  }

  @Test
  void a_groups_members_are_just_those_users_who_are_in_it() {
    for (GroupType group : under.aws.listGroups(r -> r.userPoolId(poolId)).groups()) {
      assertThat(members(group.groupName()))
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(
              under
                  .pool
                  .users()
                  .filter(user -> user.groups().contains(group.groupName()))
                  .map(MadeUser::username)
                  .toList());
    }
    assertThatThrownBy(() -> members("no such group"))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_user_in_two_groups_has_both_listed() {
    MadeUser user =
        under.pool.users().filter(made -> made.groups().size() == 2).findFirst().orElseThrow();

    assertThat(
            under
                .aws
                .adminListGroupsForUser(r -> r.userPoolId(poolId).username(user.username()))
                .groups())
        .extracting(GroupType::groupName)
        .containsExactlyElementsOf(user.groups());
  }

  @Test
  void a_single_user_tells_the_second_factors() {
    AdminGetUserResponse several = get(under.a(UserKind.MFA_SEVERAL));
    AdminGetUserResponse totp = get(under.a(UserKind.MFA_TOTP));

    assertThat(several.userMFASettingList()).containsExactly("SMS_MFA", "SOFTWARE_TOKEN_MFA");
    assertThat(several.preferredMfaSetting()).isNull();
    assertThat(totp.preferredMfaSetting()).isEqualTo("SOFTWARE_TOKEN_MFA");
    assertThat(get(under.a(UserKind.ORDINARY)).hasUserMFASettingList()).isFalse();
  }

  private AdminGetUserResponse get(MadeUser user) {
    return under.aws.adminGetUser(r -> r.userPoolId(poolId).username(user.username()));
  }

  private List<String> members(String group) {
    List<String> names = new ArrayList<>();
    String token = null;
    do {
      String from = token;
      ListUsersInGroupResponse page =
          under.aws.listUsersInGroup(
              r -> r.userPoolId(poolId).groupName(group).limit(20).nextToken(from));
      page.users().stream().map(UserType::username).forEach(names::add);
      token = page.nextToken();
    } while (token != null);
    return names;
  }
}
