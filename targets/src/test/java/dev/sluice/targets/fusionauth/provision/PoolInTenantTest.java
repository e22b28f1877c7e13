package dev.sluice.targets.fusionauth.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.target.provision.DiffLine;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.RichPool;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of each thing of a pool that has everything. */
class PoolInTenantTest {
  private static final ProvisionedTenant TENANT = new ProvisionedTenant();
  private static final ProvisionRequest REQUEST =
      ProvisionedTenant.request(ProvisionedTenant.pool(), MigrationMode.SLOW);
  private static final List<ProvisionStep> PLAN = TENANT.plan(REQUEST);

  @BeforeAll
  static void provision() {
    TENANT.provision(REQUEST);
  }

  @AfterAll
  static void close() {
    TENANT.close();
  }

  @Test
  void the_tenant_has_the_pools_rules_lifetimes_and_factors() {
    JsonNode tenant = TENANT.object(TENANT.id);

    assertThat(tenant.path("name").asString()).isEqualTo("tannhäuser");
    JsonNode rules = tenant.path("passwordValidationRules");
    assertThat(rules.path("minLength").asInt()).isEqualTo(11);
    assertThat(rules.path("requireMixedCase").asBoolean()).isTrue();
    assertThat(rules.path("rememberPreviousPasswords").path("count").asInt()).isEqualTo(5);
    assertThat(rules.path("validateOnLogin").asBoolean()).isFalse();
    JsonNode tokens = tenant.path("jwtConfiguration");
    assertThat(tokens.path("timeToLiveInSeconds").asInt()).isEqualTo(17 * 60);
    assertThat(tokens.path("refreshTokenTimeToLiveInMinutes").asInt()).isEqualTo(45 * 24 * 60);
    assertThat(tenant.path("multiFactorConfiguration").path("loginPolicy").asString())
        .isEqualTo("Enabled");
    assertThat(
            tenant
                .path("emailConfiguration")
                .path("implicitEmailVerificationAllowed")
                .asBoolean(true))
        .isFalse();
    assertThat(lost("tenant"))
        .anyMatch(text -> text.startsWith("Lambda trigger PreTokenGeneration"))
        .anyMatch(text -> text.startsWith("second factor SMS"));
  }

  @Test
  void an_app_client_is_an_application_with_its_addresses_grants_and_roles() {
    JsonNode shop = TENANT.object(TENANT.ids.application(RichPool.SHOP));

    JsonNode oauth = shop.path("oauthConfiguration");
    assertThat(texts(oauth.path("enabledGrants")))
        .containsExactlyInAnyOrder("authorization_code", "password", "refresh_token");
    assertThat(texts(oauth.path("authorizedRedirectURLs"))).containsExactly(RichPool.CALLBACK);
    assertThat(oauth.path("logoutURL").asString()).isEqualTo("https://shop.example/out");
    assertThat(oauth.path("clientAuthenticationPolicy").asString()).isEqualTo("NotRequired");
    assertThat(shop.path("data").path("cognito").path("clientId").asString())
        .isEqualTo(RichPool.SHOP);
    assertThat(shop.path("roles").path(0).path("name").asString()).isEqualTo("staff/admins");
    assertThat(lost("application"))
        .anyMatch(text ->
            text.startsWith("client id: FusionAuth takes UUIDs only")
                && text.contains(TENANT.ids.application(RichPool.SHOP).toString()))
        .anyMatch(text -> text.startsWith("custom scopes") && text.contains(RichPool.READ));
  }

  @Test
  void a_group_has_a_role_in_every_application_and_keeps_what_the_pool_knew() {
    JsonNode group = TENANT.object(TENANT.ids.group("staff/admins"));

    assertThat(group.path("roles").findValuesAsString("id"))
        .containsExactlyInAnyOrder(
            TENANT.ids.role(RichPool.SHOP, "staff/admins").toString(),
            TENANT.ids.role(RichPool.PHONE_APP, "staff/admins").toString());
    JsonNode facts = group.path("data").path("cognito");
    assertThat(facts.path("precedence").asString()).isEqualTo("3");
    assertThat(facts.path("roleArn").asString()).contains("role/admins");
  }

  @Test
  void a_machine_is_an_entity_with_its_id_its_secret_and_what_it_may_do() {
    JsonNode machine = TENANT.object(TENANT.ids.machine(RichPool.MACHINE));
    JsonNode server = TENANT.object(TENANT.ids.server("https://orders.example"));

    assertThat(machine.path("clientId").asString()).isEqualTo(RichPool.MACHINE);
    assertThat(machine.path("clientSecret").asString()).isEqualTo(RichPool.MACHINE_SECRET);
    assertThat(server.path("type").path("id").asString())
        .isEqualTo(TENANT.ids.serverType("https://orders.example").toString());
    JsonNode type = TENANT.object(TENANT.ids.serverType("https://orders.example"));
    assertThat(type.path("permissions").path(0).path("name").asString()).isEqualTo("read");
    assertThat(type.path("permissions").path(0).path("description").asString())
        .isEqualTo("See orders");
    assertThat(TENANT.fake.grants(TENANT.ids.server("https://orders.example").toString()))
        .singleElement()
        .satisfies(grant -> {
          assertThat(grant.path("recipientEntityId").asString())
              .isEqualTo(TENANT.ids.machine(RichPool.MACHINE).toString());
          assertThat(texts(grant.path("permissions"))).containsExactly("read");
        });
    assertThat(lost("entity"))
        .anyMatch(text ->
            text.startsWith("scopes: request target-entity:") && text.contains(RichPool.READ));
  }

  @Test
  void a_provider_has_its_secret_and_is_offered_where_the_pool_offered_it() {
    JsonNode google = TENANT.provider("Google");

    assertThat(google.path("type").asString()).isEqualTo("Google");
    assertThat(google.path("client_secret").asString()).isEqualTo("Google-secret-not-to-be-shown");
    assertThat(google.path("tenantId").asString()).isEqualTo(TENANT.id.toString());
    assertThat(google.path("linkingStrategy").asString()).isEqualTo("CreatePendingLink");
    assertThat(google.path("applicationConfiguration").propertyNames())
        .containsExactlyInAnyOrder(
            TENANT.ids.application(RichPool.SHOP).toString(),
            TENANT.ids.application(RichPool.PHONE_APP).toString());
    assertThat(google.path("attributeMappings").path("user.email").asString()).isEqualTo("mail");
    assertThat(google.path("attributeMappings").path("user.data.seats").asString())
        .isEqualTo("chairs");
    assertThat(TENANT.provider("workforce").path("applicationConfiguration").isEmpty()).isTrue();
    assertThat(lost("identity provider"))
        .contains(
            "add this redirect URL at the provider: " + TENANT.fake.url() + "/oauth2/callback");
  }

  @Test
  void providers_that_need_a_key_are_by_hand_with_all_that_is_known() {
    assertThat(TENANT.provider("Corp.SAML").isMissingNode()).isTrue();
    assertThat(PLAN.stream().filter(ProvisionStep::isManual))
        .anySatisfy(step -> {
          assertThat(step.describe())
              .startsWith("manual: create identity provider \"Corp.SAML\", of type SAMLv2");
          assertThat(step.diff().orElseThrow().lines())
              .extracting(DiffLine::text)
              .contains("idpEndpoint: https://corp.example/sso");
        })
        .anySatisfy(step -> assertThat(step.describe()).contains("\"Apple\"", "private key"));
  }

  @Test
  void the_gateway_is_asked_first_with_its_token_and_users_then_move() {
    JsonNode connector = TENANT.object(TENANT.ids.connector());

    assertThat(connector.path("type").asString()).isEqualTo("Generic");
    assertThat(connector.path("authenticationURL").asString())
        .isEqualTo("http://127.0.0.1:7170/hooks/fusionauth");
    assertThat(connector.path("headers").path("Authorization").asString())
        .isEqualTo("Bearer made-up-token");
    JsonNode policies = TENANT.object(TENANT.id).path("connectorPolicies");
    assertThat(policies).hasSize(2);
    assertThat(policies.path(0).path("connectorId").asString())
        .isEqualTo(TENANT.ids.connector().toString());
    assertThat(policies.path(0).path("migrate").asBoolean()).isTrue();
    assertThat(texts(policies.path(0).path("domains"))).containsExactly("*");
  }

  private static List<String> lost(String kind) {
    return PLAN.stream()
        .flatMap(step -> step.diff().stream())
        .filter(diff -> diff.kind().equals(kind))
        .flatMap(diff -> diff.lines().stream())
        .filter(line -> line.sign() == DiffLine.Sign.LOST)
        .map(DiffLine::text)
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(each -> each.asString("")).toList();
  }
}
