package dev.sluice.targets.keycloak.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.DiffLine;
import dev.sluice.api.target.provision.FirstLoginChoices;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.source.PoolInventories;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.KeycloakTarget;
import dev.sluice.targets.keycloak.LiveKeycloak;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import dev.sluice.targets.keycloak.provision.login.FlowExecutions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What provisioning makes of realms of a real Keycloak. */
class ProvisioningTest {
  private static final String COMPONENTS =
      "/components?type=org.keycloak.storage.UserStorageProvider";

  private final String realm = "realm-" + UUID.randomUUID();
  private final KeycloakOptions options = LiveKeycloak.options(realm);
  private final KeycloakApi api = new KeycloakApi(options);
  private final Target target = new KeycloakTarget(options, api);

  @AfterEach
  void close() throws TroubleException {
    api.delete(api.realm(""));
    target.close();
  }

  @Test
  void a_missing_realm_is_made_ready_and_then_nothing_is_left_to_do() throws TroubleException {
    List<ProvisionStep> steps = target.provision(request());

    assertThat(steps)
        .extracting(ProvisionStep::describe)
        .hasSize(15)
        .first()
        .isEqualTo("create realm \"" + realm + "\"");
    assertThat(api.get(api.realm("")).missing()).as("planning changes nothing").isTrue();
    assertThat(target.check())
        .isInstanceOfSatisfying(
            Readiness.NotReady.class,
            told -> assertThat(told.problem()).contains("no realm \"" + realm));

    steps.forEach(ProvisionStep::apply);

    assertThat(target.provision(request())).isEmpty();
    assertThat(target.check()).isInstanceOf(Readiness.Ready.class);
    JsonNode made = read("");
    assertThat(made.path("enabled").asBoolean()).isTrue();
    assertThat(made.path("registrationAllowed").asBoolean()).isFalse();
    assertThat(made.path("bruteForceProtected").asBoolean()).isTrue();
    assertThat(made.path("resetPasswordAllowed").asBoolean()).as("no mail server").isFalse();
    assertThat(made.path("loginWithEmailAllowed").asBoolean()).isTrue();
    assertThat(made.path("browserFlow").asString()).isEqualTo("sluice browser");
    assertThat(made.path("directGrantFlow").asString()).isEqualTo("sluice direct grant");
    assertThat(made.path("resetCredentialsFlow").asString()).isEqualTo("sluice reset credentials");
    assertThat(made.path("registrationFlow").asString()).isEqualTo("sluice registration");
  }

  @Test
  void sign_ups_ask_about_logins_first_and_keep_their_other_steps() throws TroubleException {
    provision(request());

    List<JsonNode> steps = FlowExecutions.read(api, "sluice registration").steps();
    assertThat(steps)
        .extracting(step -> step.path("providerId").asString(""))
        .startsWith(
            "registration-page-form",
            "sluice-registration-user-creation",
            "registration-password-action")
        .doesNotContain("registration-user-creation");
    assertThat(steps.get(1).path("requirement").asString()).isEqualTo("REQUIRED");
  }

  @Test
  void what_is_chosen_for_first_logins_is_told_to_the_component_and_followed_when_it_changes()
      throws TroubleException {
    provision(request());
    assertThat(component().path("config").path("weakPassword").path(0).asString())
        .isEqualTo("accept");
    ProvisionRequest changed =
        request()
            .with(
                new FirstLoginChoices(
                    FirstLoginChoices.WeakPassword.REQUIRE_NEW,
                    FirstLoginChoices.Refusals.EXPLAINED,
                    FirstLoginChoices.SecondFactor.ENROL,
                    FirstLoginChoices.ResetWithSecondFactor.REFUSE));

    assertThat(target.provision(changed))
        .singleElement()
        .satisfies(step ->
            assertThat(step.describe())
                .endsWith("its weakPassword is require-new, its refusals is explained"));
    provision(changed);

    assertThat(target.provision(changed)).isEmpty();
    assertThat(component().path("config").path("weakPassword").path(0).asString())
        .isEqualTo("require-new");
    assertThat(component().path("config").path("refusals").path(0).asString())
        .isEqualTo("explained");
  }

  @Test
  void applying_the_same_steps_again_does_no_harm() {
    List<ProvisionStep> steps = target.provision(request());
    steps.forEach(ProvisionStep::apply);
    steps.forEach(ProvisionStep::apply);

    assertThat(target.provision(request())).isEmpty();
  }

  @Test
  void a_provisioning_that_was_cut_short_is_finished_by_the_next() {
    int all = target.provision(request()).size();
    for (int done = 0; done < all; done++) {
      List<ProvisionStep> left = target.provision(request());
      assertThat(left).hasSize(all - done);
      left.getFirst().apply();
    }
    assertThat(target.provision(request())).isEmpty();
  }

  @Test
  void a_flow_that_was_left_half_made_is_finished() throws TroubleException {
    createRealm("{}");
    ok(
        api.post(
            api.realm("/authentication/flows/browser/copy"),
            json("{\"newName\":\"sluice browser\"}")));
    ok(
        api.post(
            api.realm("/authentication/flows/sluice%20browser%20forms/executions/execution"),
            json("{\"provider\":\"sluice-username-password-form\",\"priority\":10}")));

    provision(request());

    List<JsonNode> steps = FlowExecutions.read(api, "sluice browser").steps();
    assertThat(steps)
        .filteredOn(step -> step.path("providerId").asString("").endsWith("password-form"))
        .singleElement()
        .satisfies(step -> {
          assertThat(step.path("providerId").asString()).isEqualTo("sluice-username-password-form");
          assertThat(step.path("requirement").asString()).isEqualTo("REQUIRED");
          assertThat(step.path("level").asInt()).isEqualTo(1);
        });
  }

  @Test
  void a_copy_of_what_a_flow_was_once_is_made_anew() throws TroubleException {
    createRealm("{}");
    copyFlow("browser", "my browser");
    copyFlow("my%20browser", "sluice my browser");
    ok(
        api.post(
            api.realm("/authentication/flows/my%20browser/executions/execution"),
            json("{\"provider\":\"deny-access-authenticator\",\"priority\":90}")));
    ok(api.put(api.realm(""), json("{\"browserFlow\":\"my browser\"}")));

    provision(request());

    assertThat(read("").path("browserFlow").asString()).isEqualTo("sluice my browser");
    assertThat(FlowExecutions.read(api, "sluice my browser").steps())
        .extracting(step -> step.path("providerId").asString(""))
        .contains("deny-access-authenticator");
  }

  private void copyFlow(String from, String to) throws TroubleException {
    ok(
        api.post(
            api.realm("/authentication/flows/" + from + "/copy"),
            json("{\"newName\":\"" + to + "\"}")));
  }

  @Test
  void our_steps_come_before_the_second_factor() throws TroubleException {
    provision(request());

    assertThat(FlowExecutions.read(api, "sluice direct grant").steps())
        .extracting(step -> step.path("providerId").asString(""))
        .startsWith("sluice-direct-grant-password")
        .doesNotContain("direct-grant-validate-password", "direct-grant-validate-username");
    List<String> browser =
        FlowExecutions.read(api, "sluice browser").steps().stream()
            .map(step -> step.path("providerId").asString(""))
            .toList();
    assertThat(browser.indexOf("sluice-username-password-form"))
        .isPositive()
        .isLessThan(browser.indexOf("auth-otp-form"));
  }

  @Test
  void forgotten_passwords_are_guarded_in_every_way() throws TroubleException {
    for (MigrationMode mode : MigrationMode.values()) {
      api.delete(api.realm(""));
      provision(request(mode, "http://127.0.0.1:7170", "token"));

      assertThat(read("").path("resetCredentialsFlow").asString())
          .isEqualTo("sluice reset credentials");
      List<JsonNode> steps = FlowExecutions.read(api, "sluice reset credentials").steps();
      assertThat(steps)
          .extracting(step -> step.path("providerId").asString(""))
          .startsWith(
              "reset-credentials-choose-user", "sluice-reset-credential-email", "reset-password")
          .doesNotContain("reset-credential-email");
      assertThat(steps.get(1).path("requirement").asString()).isEqualTo("REQUIRED");
    }
  }

  @Test
  void links_that_join_a_social_account_are_guarded_and_stay_one_of_several_ways()
      throws TroubleException {
    provision(request(MigrationMode.BULK, "http://127.0.0.1:7170", "token"));

    assertThat(read("").path("firstBrokerLoginFlow").asString())
        .isEqualTo("sluice first broker login");
    FlowExecutions flow = FlowExecutions.read(api, "sluice first broker login");
    assertThat(flow.all(List.of("idp-email-verification"))).isEmpty();
    JsonNode ours = flow.all(List.of("sluice-idp-email-verification")).getFirst();
    assertThat(ours.path("requirement").asString()).isEqualTo("ALTERNATIVE");
    assertThat(flow.parentOf(ours))
        .isEqualTo("sluice first broker login Account verification options");
  }

  @Test
  void a_realm_that_mails_no_such_links_needs_no_guard_over_them() throws TroubleException {
    createRealm("{}");
    ok(
        api.post(
            api.realm("/authentication/flows"),
            json("{\"alias\":\"never join\",\"providerId\":\"basic-flow\",\"topLevel\":true}")));
    ok(api.put(api.realm(""), json("{\"firstBrokerLoginFlow\":\"never join\"}")));

    assertThat(target.provision(request()))
        .extracting(ProvisionStep::describe)
        .noneMatch(step -> step.contains("sluice-idp-email-verification"));
  }

  @Test
  void what_the_owner_has_set_for_a_replaced_step_is_kept() throws TroubleException {
    createRealm("{}");
    String theirs = resetStep("reset credentials", "reset-credential-email").path("id").asString();
    ok(
        api.post(
            api.realm("/authentication/executions/" + theirs + "/config"),
            json("{\"alias\":\"strict\",\"config\":{\"force-login\":\"true\"}}")));

    List<ProvisionStep> steps = target.provision(request());
    steps.forEach(ProvisionStep::apply);
    steps.forEach(ProvisionStep::apply);

    JsonNode ours = resetStep("sluice reset credentials", "sluice-reset-credential-email");
    JsonNode settings =
        read("/authentication/config/" + ours.path("authenticationConfig").asString());
    assertThat(settings.path("config").path("force-login").asString()).isEqualTo("true");
    assertThat(ours(target.provision(request()))).isEmpty();
  }

  @Test
  void a_realm_that_mails_no_links_by_a_step_of_keycloaks_own_is_left_to_the_owner()
      throws TroubleException {
    createRealm("{}");
    ok(
        api.post(
            api.realm("/authentication/flows"),
            json("{\"alias\":\"by phone\",\"providerId\":\"basic-flow\",\"topLevel\":true}")));
    ok(api.put(api.realm(""), json("{\"resetCredentialsFlow\":\"by phone\"}")));

    assertThat(target.provision(request(MigrationMode.BULK, "http://127.0.0.1:7170", "token")))
        .filteredOn(ProvisionStep::isManual)
        .filteredOn(step -> step.diff().isEmpty())
        .singleElement()
        .satisfies(step ->
            assertThat(step.describe())
                .contains("sluice-reset-credential-email", "flow \"by phone\"", "mail links"));
  }

  @Test
  void in_the_bulk_way_logins_are_left_as_they_are() throws TroubleException {
    provision(request(MigrationMode.BULK, "http://127.0.0.1:7170", "token"));

    assertThat(read("").path("browserFlow").asString()).isEqualTo("browser");
    assertThat(read("").path("directGrantFlow").asString()).isEqualTo("direct grant");
    assertThat(component().path("config").path("mode").path(0).asString()).isEqualTo("bulk");
  }

  @Test
  void a_gateway_that_moved_is_followed_without_touching_users() throws TroubleException {
    provision(request());
    String id = component().path("id").asString();
    PlannedUser linked =
        PlannedUserBuilder.plain().firstPassword(FirstPassword.AT_FIRST_LOGIN).build();
    assertThat(target.write(List.of(linked)))
        .containsExactly(new WriteOutcome.Created(linked.id()));

    ProvisionRequest moved =
        request(MigrationMode.SLOW, "https://gateway.example.org/", "another-token");
    List<ProvisionStep> steps = target.provision(moved);
    assertThat(steps)
        .singleElement()
        .satisfies(step ->
            assertThat(step.describe())
                .contains("https://gateway.example.org/", "slow", "token")
                .doesNotContain("another-token"));
    steps.forEach(ProvisionStep::apply);

    assertThat(target.provision(moved)).isEmpty();
    assertThat(component().path("id").asString()).isEqualTo(id);
    assertThat(component().path("config").path("changedSyncPeriod").path(0).asString())
        .isEqualTo("60");
    assertThat(component().toString()).doesNotContain("another-token");
    assertThat(target.find(linked.id()).orElseThrow().awaitsFirstLogin()).isTrue();
  }

  @Test
  void a_token_alone_that_changed_is_noticed() {
    provision(request());

    assertThat(
            target.provision(request(MigrationMode.HYBRID, "http://127.0.0.1:7170", "new-token")))
        .singleElement()
        .satisfies(step -> assertThat(step.describe()).contains("token").doesNotContain("new-"));
  }

  @Test
  void what_becomes_of_second_factors_reaches_the_component() throws TroubleException {
    provision(request());
    assertThat(component().at("/config/secondFactor/0").asString()).isEqualTo("enrol");
    ProvisionRequest chosen =
        request()
            .with(
                new FirstLoginChoices(
                    FirstLoginChoices.WeakPassword.ACCEPT,
                    FirstLoginChoices.Refusals.ALIKE,
                    FirstLoginChoices.SecondFactor.KEEP,
                    FirstLoginChoices.ResetWithSecondFactor.ENROL));

    assertThat(target.provision(chosen))
        .singleElement()
        .satisfies(step -> assertThat(step.describe()).contains("secondFactor is keep"));
    provision(chosen);

    assertThat(component().at("/config/secondFactor/0").asString()).isEqualTo("keep");
    assertThat(component().at("/config/resetWithSecondFactor/0").asString()).isEqualTo("enrol");
    assertThat(target.provision(chosen)).isEmpty();
  }

  @Test
  void setting_a_second_factor_up_comes_before_all_other_required_actions()
      throws TroubleException {
    provision(request());

    List<JsonNode> actions = read("/authentication/required-actions").valueStream().toList();
    assertThat(actions)
        .filteredOn(action -> action.path("priority").asInt() <= 0)
        .singleElement()
        .satisfies(action -> {
          assertThat(action.path("alias").asString()).isEqualTo("sluice-enrol-second-factor");
          assertThat(action.path("enabled").asBoolean()).isTrue();
          assertThat(action.path("defaultAction").asBoolean()).isFalse();
        });
    ObjectNode disabled = (ObjectNode) actions.getFirst().deepCopy();
    ok(
        api.put(
            api.realm("/authentication/required-actions/sluice-enrol-second-factor"),
            disabled.put("enabled", false)));
    provision(request());
    assertThat(target.provision(request())).isEmpty();
  }

  @Test
  void two_components_are_left_to_the_owner() throws TroubleException {
    provision(request());
    ObjectNode second = ((ObjectNode) component().deepCopy()).put("name", "sluice two");
    second.remove("id");
    second.withObject("/config").putArray("gatewayToken").add("made-up");
    ok(api.post(api.realm("/components"), second));

    List<ProvisionStep> steps = target.provision(request());
    assertThat(steps)
        .singleElement()
        .satisfies(step -> {
          assertThat(step.isManual()).isTrue();
          assertThat(step.describe()).startsWith("manual: ").contains("deletes its linked");
        });
    steps.forEach(ProvisionStep::apply);
    assertThat(read(COMPONENTS)).hasSize(2);
  }

  @Test
  void an_owners_realm_keeps_its_settings_and_hears_what_differs() throws TroubleException {
    createRealm(
        """
        {"registrationAllowed":true,"loginWithEmailAllowed":false,"bruteForceProtected":false,
         "displayName":"Customers","duplicateEmailsAllowed":true}
        """);

    List<ProvisionStep> steps = target.provision(request());
    assertThat(steps)
        .filteredOn(ProvisionStep::isManual)
        .satisfiesExactly(
            step -> assertThat(step.describe()).contains("\"Duplicate emails\" off"),
            step ->
                assertThat(step.diff().orElseThrow().lines())
                    .contains(DiffLine.changed("bruteForceProtected", "false", "true")));
    steps.forEach(ProvisionStep::apply);

    JsonNode kept = read("");
    assertThat(kept.path("registrationAllowed").asBoolean()).isTrue();
    assertThat(kept.path("duplicateEmailsAllowed").asBoolean()).isTrue();
    assertThat(kept.path("bruteForceProtected").asBoolean()).isFalse();
    assertThat(kept.path("displayName").asString()).isEqualTo("Customers");
    assertThat(target.provision(request())).hasSize(2).allMatch(ProvisionStep::isManual);
  }

  @Test
  void a_pool_that_logs_in_with_email_needs_a_realm_that_does() throws TroubleException {
    createRealm("{\"loginWithEmailAllowed\":false}");

    assertThat(target.provision(request()))
        .filteredOn(ProvisionStep::isManual)
        .filteredOn(step -> step.diff().isEmpty())
        .singleElement()
        .satisfies(step -> assertThat(step.describe()).contains("\"Login with email\" on"));
  }

  @Test
  void an_attribute_that_the_owner_has_declared_keeps_its_declaration() throws TroubleException {
    createRealm("{}");
    ObjectNode profile = (ObjectNode) read("/users/profile");
    profile
        .withArray("attributes")
        .add(json("{\"name\":\"plan\",\"permissions\":{\"view\":[\"admin\",\"user\"]}}"));
    ok(api.put(api.realm("/users/profile"), profile));

    provision(request());

    assertThat(attribute("plan").path("permissions").path("view")).hasSize(2);
    assertThat(attribute("tier").path("permissions").path("edit").toString())
        .isEqualTo("[\"admin\"]");
    assertThat(attribute("tier").path("validations").path("length").path("max").asInt())
        .isEqualTo(2048);
    assertThat(attribute("phoneNumber").isMissingNode()).isFalse();
  }

  @Test
  void users_as_a_pool_has_them_can_be_edited_by_an_administrator() throws TroubleException {
    provision(request());
    for (String username : List.of("小林 太郎", "a", "o'neil <x>", "ада-" + "я".repeat(200))) {
      PlannedUser user =
          PlannedUserBuilder.plain()
              .username(username)
              .names("<Ada>", "\"&\"")
              .firstPassword(FirstPassword.AT_FIRST_LOGIN)
              .build();
      assertThat(target.write(List.of(user))).containsExactly(new WriteOutcome.Created(user.id()));
      ObjectNode edited = (ObjectNode) read("/users/" + user.id());
      edited.withObject("/attributes").putArray("tier").add("silver");

      ok(api.put(api.realm("/users/" + user.id()), edited));

      assertThat(read("/users/" + user.id()).path("attributes").path("tier").toString())
          .isEqualTo("[\"silver\"]");
      assertThat(target.find(user.id()).orElseThrow().username()).isEqualTo(username);
    }
  }

  @Test
  void an_attribute_whose_name_keycloak_cannot_declare_is_seen_all_the_same()
      throws TroubleException {
    ProvisionRequest request =
        new ProvisionRequest(
            MigrationMode.HYBRID,
            URI.create("http://127.0.0.1:7170"),
            new Secret("token"),
            List.of("custom:plan"),
            List.of(),
            true,
            PoolInventories.plain(),
            NamesAtTarget.unchanged());
    provision(request);
    PlannedUser user =
        PlannedUserBuilder.plain().attributes(Map.of("custom:plan", List.of("gold"))).build();
    target.write(List.of(user));

    assertThat(read("/users/" + user.id()).path("attributes").path("custom:plan").toString())
        .isEqualTo("[\"gold\"]");
  }

  @Test
  void a_flow_in_which_nothing_can_be_replaced_is_left_to_the_owner() throws TroubleException {
    createRealm("{}");
    ok(
        api.post(
            api.realm("/authentication/flows"),
            json("{\"alias\":\"own\",\"providerId\":\"basic-flow\",\"topLevel\":true}")));
    ok(api.put(api.realm(""), json("{\"browserFlow\":\"own\"}")));

    assertThat(target.provision(request()))
        .filteredOn(ProvisionStep::isManual)
        .filteredOn(step -> step.diff().isEmpty())
        .singleElement()
        .satisfies(step -> assertThat(step.describe()).contains("flow \"own\""));
  }

  @Test
  void a_service_account_of_the_realm_can_do_all_but_create_it() throws TroubleException {
    createRealm("{}");
    makeServiceAccount("mover", "made-up-secret-5");
    KeycloakOptions account = LiveKeycloak.options(realm, "mover", "made-up-secret-5");
    try (Target asClient = new KeycloakTarget(account, new KeycloakApi(account))) {
      asClient.provision(request()).forEach(ProvisionStep::apply);

      assertThat(ours(asClient.provision(request()))).isEmpty();
      assertThat(asClient.check()).isInstanceOf(Readiness.Ready.class);
      PlannedUser user = PlannedUserBuilder.full().build();
      assertThat(asClient.write(List.of(user)))
          .containsExactly(new WriteOutcome.Created(user.id()));
      assertThat(asClient.find(user.id())).isPresent();
    }
  }

  @Test
  void a_wrong_secret_is_told_by_the_real_keycloak_too() throws TroubleException {
    createRealm("{}");
    KeycloakOptions account = LiveKeycloak.options(realm, "nobody", "made-up-secret-6");
    try (Target asClient = new KeycloakTarget(account, new KeycloakApi(account))) {
      assertThat(asClient.check())
          .isInstanceOfSatisfying(
              Readiness.NotReady.class,
              told -> assertThat(told.problem()).contains("client \"nobody\""));
      assertThatThrownBy(() -> asClient.provision(request()))
          .isInstanceOf(TargetException.class)
          .hasMessageContaining("client \"nobody\"");
    }
  }

  private void makeServiceAccount(String id, String secret) throws TroubleException {
    ok(
        api.post(
            api.realm("/clients"),
            json(
                """
                {"clientId":"%s","secret":"%s","serviceAccountsEnabled":true,
                 "standardFlowEnabled":false,"publicClient":false}
                """
                    .formatted(id, secret))));
    String client = read("/clients?clientId=" + id).path(0).path("id").asString();
    String user = read("/clients/" + client + "/service-account-user").path("id").asString();
    String management = read("/clients?clientId=realm-management").path(0).path("id").asString();
    JsonNode role = read("/clients/" + management + "/roles/realm-admin");
    ok(
        api.post(
            api.realm("/users/" + user + "/role-mappings/clients/" + management),
            JsonMapper.shared().createArrayNode().add(role)));
  }

  private void createRealm(String settings) throws TroubleException {
    ObjectNode created = (ObjectNode) json(settings);
    created.put("realm", realm);
    created.put("enabled", true);
    ok(api.post("/admin/realms", created));
  }

  private void provision(ProvisionRequest request) {
    target.provision(request).forEach(ProvisionStep::apply);
  }

  private static List<ProvisionStep> ours(List<ProvisionStep> steps) {
    return steps.stream().filter(step -> !step.isManual()).toList();
  }

  private static ProvisionRequest request() {
    return request(MigrationMode.HYBRID, "http://127.0.0.1:7170", "made-up-token");
  }

  private static ProvisionRequest request(MigrationMode mode, String gateway, String token) {
    return new ProvisionRequest(
        mode,
        URI.create(gateway),
        new Secret(token),
        List.of("plan", "tier", "custom:plan"),
        List.of("/staff/admins"),
        true,
        PoolInventories.plain(),
        NamesAtTarget.unchanged());
  }

  private JsonNode component() throws TroubleException {
    JsonNode components = read(COMPONENTS);
    assertThat(components).hasSize(1);
    return components.get(0);
  }

  private JsonNode resetStep(String flow, String provider) throws TroubleException {
    return FlowExecutions.read(api, flow).all(List.of(provider)).getFirst();
  }

  private JsonNode attribute(String name) throws TroubleException {
    return read("/users/profile")
        .path("attributes")
        .valueStream()
        .filter(each -> each.path("name").asString("").equals(name))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private JsonNode read(String path) throws TroubleException {
    return api.get(api.realm(path)).expectOk().body();
  }

  private static void ok(Answer answer) {
    assertThat(answer.ok()).as("%s: %s%s", answer.call(), answer.status(), answer.said()).isTrue();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
