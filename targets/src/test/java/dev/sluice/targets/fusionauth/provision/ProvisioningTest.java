package dev.sluice.targets.fusionauth.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.pool.signin.MfaSettings;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.fusionauth.wire.Fault;
import dev.sluice.contracts.fusionauth.wire.Reply;
import dev.sluice.targets.RichPool;
import dev.sluice.targets.fusionauth.Fakes;
import dev.sluice.targets.fusionauth.FusionAuthTarget;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions.ImportedUsers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** How provisioning of a FusionAuth goes: planned, done, cut short, done again, refused. */
class ProvisioningTest {
  private static final String NOT_LICENSED =
      """
      {"generalErrors":[{"code":"[notLicensed]","message":"A valid license is required."}]}\
      """;

  private ProvisionedTenant tenant = new ProvisionedTenant();
  private final ProvisionRequest request =
      ProvisionedTenant.request(ProvisionedTenant.pool(), MigrationMode.SLOW);

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void a_plan_lists_everything_and_changes_nothing() {
    assertThat(tenant.plan(request))
        .extracting(ProvisionStep::describe)
        .contains(
            "create tenant \"tannhäuser\"",
            "create application \"name of " + RichPool.SHOP + "\"",
            "create application \"name of " + RichPool.PHONE_APP + "\"",
            "create group \"staff/admins\"",
            "create identity provider \"Google\"",
            "create identity provider \"Facebook\"",
            "create identity provider \"LoginWithAmazon\"",
            "create identity provider \"workforce\"",
            "create entity \"name of " + RichPool.MACHINE + "\"",
            "create connector \"Sluice for tenant " + tenant.id + "\"",
            "put the connector first in the tenant's policies")
        .noneMatch(text -> text.contains("application \"name of " + RichPool.MACHINE));
    assertThat(tenant.object(tenant.id).isMissingNode()).isTrue();
    assertThat(tenant.fake.calls()).allMatch(call -> call.method().equals("GET"));
  }

  @Test
  void no_plan_shows_a_secret() {
    assertThat(tenant.plan(request).stream().flatMap(step -> step.diff().stream()))
        .isNotEmpty()
        .allSatisfy(
            diff -> assertThat(diff.toString()).doesNotContain("not-to-be-shown", "made-up-token"));
  }

  @Test
  void what_was_done_is_no_step_of_the_next_plan() {
    tenant.provision(request);

    assertThat(tenant.planOurs(request)).extracting(ProvisionStep::describe).isEmpty();
  }

  @Test
  void applying_the_same_steps_again_does_no_harm() {
    List<ProvisionStep> steps = tenant.plan(request);
    try (FusionAuthTarget target = Fakes.target(tenant.options(ImportedUsers.CONNECTOR))) {
      List<ProvisionStep> open = target.provision(request);
      open.forEach(ProvisionStep::apply);
      open.forEach(ProvisionStep::apply);
    }

    assertThat(steps).isNotEmpty();
    assertThat(tenant.planOurs(request)).isEmpty();
  }

  @Test
  void a_provisioning_that_was_cut_short_anywhere_is_finished_by_the_next() {
    int all = tenant.planOurs(request).size();
    for (int done = 0; done < all; done++) {
      try (FusionAuthTarget target = Fakes.target(tenant.options(ImportedUsers.CONNECTOR))) {
        List<ProvisionStep> left =
            target.provision(request).stream().filter(step -> !step.isManual()).toList();
        assertThat(left).hasSize(all - done);
        left.getFirst().apply();
      }
    }
    assertThat(tenant.planOurs(request)).isEmpty();
  }

  @Test
  void an_application_whose_roles_were_cut_short_gets_them_with_the_next() {
    tenant
        .fake
        .faults()
        .strike(
            call ->
                call.line().startsWith("POST /api/application/") && call.line().contains("/role/"),
            new Fault.CallLost());

    assertThatThrownBy(() -> tenant.provision(request)).isInstanceOf(TargetException.class);

    assertThat(tenant.planOurs(request))
        .extracting(ProvisionStep::describe)
        .contains("change application \"name of " + RichPool.SHOP + "\"");
    tenant.provision(request);
    assertThat(tenant.object(tenant.ids.application(RichPool.SHOP)).path("roles")).hasSize(1);
    assertThat(tenant.planOurs(request)).isEmpty();
  }

  @Test
  void a_change_in_the_pool_is_a_difference_and_then_followed() {
    tenant.provision(request);
    ProvisionRequest changed =
        ProvisionedTenant.request(
            RichPool.pool(new MfaSettings("ON", List.of("SOFTWARE_TOKEN"))), MigrationMode.SLOW);

    assertThat(tenant.planOurs(changed))
        .singleElement()
        .satisfies(step -> {
          assertThat(step.describe()).isEqualTo("change tenant \"tannhäuser\"");
          assertThat(step.diff().orElseThrow().lines())
              .extracting(line -> line.sign().mark() + " " + line.text())
              .containsExactly("~ multiFactorConfiguration.loginPolicy: Enabled → Required");
        });
    tenant.provision(changed);
    assertThat(tenant.planOurs(changed)).isEmpty();
  }

  @Test
  void what_the_owner_has_made_is_left_alone_and_told() {
    tenant.close();
    tenant = new ProvisionedTenant(UUID.fromString(FakeFusionAuth.TENANT));
    String mine = tenant.fake.addApplication("name of " + RichPool.SHOP);
    String before = tenant.object(UUID.fromString(mine)).toString();

    List<ProvisionStep> steps = tenant.plan(request);

    assertThat(steps.stream().filter(ProvisionStep::isManual))
        .extracting(ProvisionStep::describe)
        .anyMatch(text -> text.startsWith("manual: check tenant \"tannhäuser\""))
        .anyMatch(
            text -> text.startsWith("manual: check application \"name of " + RichPool.SHOP + "\""));
    tenant.provision(request);
    assertThat(tenant.object(UUID.fromString(mine)).toString()).isEqualTo(before);
    assertThat(tenant.object(tenant.id).path("name").asString()).isEqualTo("Default");
    assertThat(tenant.object(tenant.id).has("passwordValidationRules")).isFalse();
    assertThat(tenant.object(tenant.ids.group("staff/admins")).path("roles"))
        .as("only applications of Sluice's making have a role for a group")
        .hasSize(1);
    assertThat(
            tenant
                .object(tenant.id)
                .path("connectorPolicies")
                .path(0)
                .path("connectorId")
                .asString())
        .as("without its policy nobody's password could move")
        .isEqualTo(tenant.ids.connector().toString());
  }

  @Test
  void without_a_licence_for_connectors_everything_else_is_made_and_another_way_offered() {
    tenant
        .fake
        .faults()
        .strike(
            "POST /api/connector",
            new Fault.Instead(Reply.of(400, JsonMapper.shared().readTree(NOT_LICENSED))));

    assertThatThrownBy(() -> tenant.provision(request))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("Could not create connector")
        .hasMessageContaining("licence does not include this")
        .hasMessageContaining("imported-users: v1-login")
        .hasMessageContaining("POST /v1/login");

    assertThat(tenant.planOurs(request))
        .extracting(ProvisionStep::describe)
        .containsExactly(
            "create connector \"Sluice for tenant " + tenant.id + "\"",
            "put the connector first in the tenant's policies");
    assertThat(tenant.plan(request, ImportedUsers.V1_LOGIN))
        .extracting(ProvisionStep::describe)
        .noneMatch(text -> text.contains("onnector"));
  }

  @Test
  void without_a_licence_for_entities_it_is_said_what_to_set() {
    tenant
        .fake
        .faults()
        .strike(
            "POST /api/entity/type/",
            new Fault.Instead(Reply.of(400, JsonMapper.shared().readTree(NOT_LICENSED))));

    assertThatThrownBy(() -> tenant.provision(request))
        .hasMessageContaining("Entities")
        .hasMessageContaining("target.fusionauth.entities: no");
  }

  @Test
  void a_key_without_the_right_is_told_with_the_endpoint() {
    tenant.fake.closeToKey("POST /api/application");

    assertThatThrownBy(() -> tenant.provision(request))
        .hasMessageContaining("does not allow the API key to call POST /api/application")
        .hasMessageContaining("Settings > API Keys");
  }

  @Test
  void hybrid_asks_to_try_it_with_one_user_until_that_was_done() {
    ProvisionRequest hybrid =
        ProvisionedTenant.request(ProvisionedTenant.pool(), MigrationMode.HYBRID);

    assertThat(tenant.plan(hybrid, ImportedUsers.UNCONFIRMED))
        .extracting(ProvisionStep::describe)
        .last()
        .asString()
        .startsWith("manual: test with one user")
        .contains("imported-users: connector", "mode: slow", "v1-login");
    assertThat(tenant.plan(hybrid, ImportedUsers.CONNECTOR))
        .extracting(ProvisionStep::describe)
        .noneMatch(text -> text.contains("test with one user"));
  }

  @Test
  void in_the_bulk_way_nobody_is_asked_and_a_connector_that_was_is_to_be_taken_out() {
    ProvisionRequest bulk = ProvisionedTenant.request(ProvisionedTenant.pool(), MigrationMode.BULK);
    assertThat(tenant.plan(bulk))
        .extracting(ProvisionStep::describe)
        .noneMatch(text -> text.contains("onnector"));
    tenant.provision(request);

    assertThat(tenant.plan(bulk))
        .extracting(ProvisionStep::describe)
        .anyMatch(text -> text.startsWith("manual: remove Sluice's connector"));
  }

  @Test
  void applications_that_nobody_would_be_registered_for_are_told() {
    try (FusionAuthTarget target =
        Fakes.target(
            new FusionAuthOptions(
                tenant.fake.url(),
                tenant.options(ImportedUsers.CONNECTOR).apiKey(),
                tenant.id,
                List.of(),
                100,
                Duration.ofSeconds(5),
                ImportedUsers.CONNECTOR))) {
      assertThat(target.provision(request))
          .extracting(ProvisionStep::describe)
          .anyMatch(text ->
              text.startsWith("manual: add to target.fusionauth.application-ids")
                  && text.contains(tenant.ids.application(RichPool.SHOP).toString()));
    }
  }
}
