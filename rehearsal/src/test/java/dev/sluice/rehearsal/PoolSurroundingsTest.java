package dev.sluice.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.rehearsal.wire.Permissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RiskConfigurationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UICustomizationType;

/** What stands around the pool: domains, looks, threat protection and permissions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoolSurroundingsTest {
  private final PoolUnderTest under = new PoolUnderTest(PoolUnderTest.OPTIONS);
  private final String poolId = under.pool.userPoolId();

  @AfterAll
  void stop() {
    under.close();
  }

  @Test
  void a_domain_of_the_owners_has_a_certificate_and_one_that_nobody_has_is_empty() {
    assertThat(domain("login.example.com").customDomainConfig().certificateArn())
        .endsWith("certificate/rehearsal");
    assertThat(domain("rehearsal").customDomainConfig()).isNull();
    assertThat(domain("nobody-has-this").domain()).isNull();
  }

  @Test
  void a_client_has_its_own_risks_or_those_of_the_pool() {
    assertThat(risk(null).clientId()).isNull();
    assertThat(risk(under.pool.clientId()).clientId()).isNull();
    assertThat(risk(under.pool.publicClientId()).clientId()).isEqualTo(under.pool.publicClientId());
  }

  @Test
  void a_client_has_its_own_looks_or_those_of_all() {
    assertThat(looks(under.pool.publicClientId()).css()).contains("navy");
    assertThat(looks(under.pool.clientId()).clientId()).isEqualTo("ALL");
    assertThat(
            under
                .aws
                .describeManagedLoginBrandingByClient(
                    r -> r.userPoolId(poolId).clientId(under.pool.clientId()))
                .managedLoginBranding()
                .assets())
        .hasSize(1);
    assertThatThrownBy(() ->
            under.aws.describeManagedLoginBrandingByClient(
                r -> r.userPoolId(poolId).clientId(under.pool.publicClientId())))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_resource_server_is_described_with_its_scopes() {
    assertThat(
            under
                .aws
                .describeResourceServer(
                    r -> r.userPoolId(poolId).identifier("https://api.example.com"))
                .resourceServer()
                .scopes())
        .hasSize(2);
  }

  @Test
  void only_what_is_allowed_can_be_called_but_for_what_nobody_signs() {
    Permissions listing = Permissions.only(Set.of("cognito-idp:ListUsers"));
    try (PoolUnderTest tight = new PoolUnderTest(PoolUnderTest.OPTIONS.withPermissions(listing))) {
      assertThat(tight.list(r -> r.limit(3)).users()).isNotEmpty();
      assertThatThrownBy(() -> tight.aws.describeUserPool(r -> r.userPoolId(poolId)))
          .isInstanceOfSatisfying(
              CognitoIdentityProviderException.class,
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"))
          .hasMessageContaining("cognito-idp:DescribeUserPool");
      var user = tight.pool.user(3);
      assertThat(tight.publicLogin(user.username(), user.password()).authenticationResult())
          .isNotNull();
    }
  }

  private DomainDescriptionType domain(String name) {
    return under.aws.describeUserPoolDomain(r -> r.domain(name)).domainDescription();
  }

  private RiskConfigurationType risk(@Nullable String client) {
    return under
        .aws
        .describeRiskConfiguration(r -> r.userPoolId(poolId).clientId(client))
        .riskConfiguration();
  }

  private UICustomizationType looks(String client) {
    return under
        .aws
        .getUICustomization(r -> r.userPoolId(poolId).clientId(client))
        .uiCustomization();
  }
}
