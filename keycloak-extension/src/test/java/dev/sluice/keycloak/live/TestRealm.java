package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.servers.MailBox;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A realm set up as Sluice needs it, over Keycloak's normal administration interface. */
final class TestRealm {
  private static final AtomicInteger COUNT = new AtomicInteger();

  final String name = "customers-" + COUNT.incrementAndGet();
  final String path = "/" + name;
  final String componentId;
  private final Rest rest;
  private String writer = "";
  private String whyNotFaster = "";

  TestRealm(Rest rest, FakeGateway gateway, String mode) {
    this.rest = rest;
    must(
        rest.post(
            "",
            Map.of(
                "realm", name,
                "enabled", true,
                "bruteForceProtected", true,
                "failureFactor", 3,
                "resetPasswordAllowed", true)));
    declareProfile();
    componentId = addComponent(gateway, mode);
    bindBrowserFlow();
    bindDirectGrantFlow();
    registerEnrolment();
    must(
        rest.post(
            path + "/clients",
            Map.of(
                "clientId",
                "app",
                "publicClient",
                true,
                "directAccessGrantsEnabled",
                true,
                "redirectUris",
                List.of("http://127.0.0.1/app/*", TestApp.URL))));
  }

  /** Without this a user without names could not log in, and attributes would be hidden. */
  private void declareProfile() {
    ObjectNode profile = (ObjectNode) rest.get(path + "/users/profile").body();
    profile.put("unmanagedAttributePolicy", "ADMIN_EDIT");
    profile
        .path("attributes")
        .forEach(attribute -> {
          ((ObjectNode) attribute).remove("required");
          // As provisioning does: what is in a pool may log in.
          ObjectNode rules = ((ObjectNode) attribute).putObject("validations");
          rules.putObject("length").put("max", 255);
          if (attribute.path("name").asText().equals("email")) {
            rules
                .putObject("pattern")
                .put("pattern", "(?s)^.+@.+$")
                .put("error-message", "error-invalid-email");
          }
        });
    must(rest.put(path + "/users/profile", profile));
  }

  private String addComponent(FakeGateway gateway, String mode) {
    must(
        rest.post(
            path + "/components",
            Map.of(
                "name", "sluice",
                "providerId", "sluice",
                "providerType", "org.keycloak.storage.UserStorageProvider",
                "config",
                    Map.of(
                        "gatewayUrl", List.of(gateway.url()),
                        "gatewayToken", List.of(FakeGateway.TOKEN),
                        "mode", List.of(mode),
                        "timeoutMillis", List.of("3000"),
                        "enabled", List.of("true"),
                        "cachePolicy", List.of("DEFAULT")))));
    return rest.get(path + "/components?name=sluice").body().path(0).path("id").asText();
  }

  /** Waits for the gateway as long as a test may take to let two questions come together. */
  TestRealm patient() {
    ObjectNode component = (ObjectNode) rest.get(path + "/components/" + componentId).body();
    component.withObject("/config").putArray("timeoutMillis").add("20000");
    must(rest.put(path + "/components/" + componentId, component));
    return this;
  }

  private void bindBrowserFlow() {
    copyFlow("browser", "sluice browser");
    replace(
        "sluice browser",
        "sluice browser forms",
        "sluice-username-password-form",
        "auth-username-password-form");
    must(rest.put(path, Map.of("browserFlow", "sluice browser")));
  }

  private void bindDirectGrantFlow() {
    copyFlow("direct grant", "sluice direct grant");
    replace(
        "sluice direct grant",
        "sluice direct grant",
        "sluice-direct-grant-password",
        "direct-grant-validate-username",
        "direct-grant-validate-password");
    must(rest.put(path, Map.of("directGrantFlow", "sluice direct grant")));
  }

  private void registerEnrolment() {
    must(
        rest.post(
            path + "/authentication/register-required-action",
            Map.of("providerId", "sluice-enrol-second-factor", "name", "Second factor")));
    enrolment(true);
  }

  /** Whether the required action that sets second factors up is there. */
  void enrolment(boolean enabled) {
    String action = path + "/authentication/required-actions/sluice-enrol-second-factor";
    ObjectNode changed = (ObjectNode) rest.get(action).body();
    must(rest.put(action, changed.put("enabled", enabled).put("priority", 0)));
  }

  /** From now on the component has this setting. */
  TestRealm with(String setting, String value) {
    String component = path + "/components/" + componentId;
    ObjectNode changed = (ObjectNode) rest.get(component).body();
    changed.withObject("/config").putArray(setting).add(value);
    must(rest.put(component, changed));
    return this;
  }

  /** Has forgotten passwords handled by our step, with its mail going to this box. */
  TestRealm mailing(MailBox box) {
    copyFlow("reset credentials", "sluice reset credentials");
    replace(
        "sluice reset credentials",
        "sluice reset credentials",
        "sluice-reset-credential-email",
        "reset-credential-email");
    var smtp =
        Map.of(
            "host", "127.0.0.1",
            "port", String.valueOf(box.port()),
            "from", "realm@example.org");
    must(
        rest.put(
            path,
            Map.of(
                "resetCredentialsFlow",
                "sluice reset credentials",
                "smtpServer",
                smtp,
                "eventsEnabled",
                true)));
    return this;
  }

  /** How many sessions a user has. */
  int sessions(String id) {
    return rest.get(path + "/users/" + id + "/sessions").body().size();
  }

  /** The kinds of credentials that a user has here. */
  List<String> credentials(String id) {
    var kinds = new ArrayList<String>();
    rest.get(path + "/users/" + id + "/credentials")
        .body()
        .forEach(credential -> kinds.add(credential.path("type").asText()));
    return kinds;
  }

  private void copyFlow(String from, String to) {
    must(
        rest.post(
            path + "/authentication/flows/" + from.replace(" ", "%20") + "/copy",
            Map.of("newName", to)));
  }

  /** Puts one execution where others were. */
  private void replace(String flow, String subflow, String provider, String... replaced) {
    int priority = 0;
    String requirement = "REQUIRED";
    for (JsonNode execution : executions(flow)) {
      if (List.of(replaced).contains(execution.path("providerId").asText())) {
        priority = execution.path("priority").asInt();
        requirement = execution.path("requirement").asText();
        must(rest.delete(path + "/authentication/executions/" + execution.path("id").asText()));
      }
    }
    must(
        rest.post(
            path + "/authentication/flows/" + subflow.replace(" ", "%20") + "/executions/execution",
            Map.of("provider", provider)));
    for (JsonNode execution : executions(flow)) {
      if (execution.path("providerId").asText().equals(provider)) {
        ObjectNode changed = ((ObjectNode) execution).put("requirement", requirement);
        changed.put("priority", priority);
        must(
            rest.put(
                path + "/authentication/flows/" + flow.replace(" ", "%20") + "/executions",
                changed));
      }
    }
  }

  private JsonNode executions(String flow) {
    return rest.get(path + "/authentication/flows/" + flow.replace(" ", "%20") + "/executions")
        .body();
  }

  /** Sets one of the component's settings. */
  TestRealm choosing(String setting, String value) {
    ObjectNode component = (ObjectNode) rest.get(path + "/components/" + componentId).body();
    component.withObject("/config").putArray(setting).add(value);
    must(rest.put(path + "/components/" + componentId, component));
    return this;
  }

  /** Sets some of the realm's own settings. */
  TestRealm with(Map<String, Object> settings) {
    must(rest.put(path, settings));
    return this;
  }

  /** Lets people sign up, by the flow that provisioning makes. */
  TestRealm acceptingSignUps() {
    copyFlow("registration", "sluice registration");
    replace(
        "sluice registration",
        "sluice registration registration form",
        "sluice-registration-user-creation",
        "registration-user-creation");
    return with(Map.of("registrationFlow", "sluice registration", "registrationAllowed", true));
  }

  /** Joins accounts at other providers to users by the flow that provisioning makes. */
  TestRealm guardingLinks() {
    copyFlow("first broker login", "sluice first broker login");
    replace(
        "sluice first broker login",
        "sluice first broker login Account verification options",
        "sluice-idp-email-verification",
        "idp-email-verification");
    return with(Map.of("firstBrokerLoginFlow", "sluice first broker login"));
  }

  /** Sends its mails there. */
  TestRealm mailingTo(MailBox mailBox) {
    return with(
        Map.of(
            "smtpServer",
            Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(mailBox.port()),
                "from", "realm@example.org")));
  }

  /** Asks for the address first, by the flow that provisioning makes. */
  TestRealm askingForOrganizations() {
    replace(
        "sluice browser",
        "sluice browser Browser - Conditional Organization",
        "sluice-organization",
        "organization");
    return with(Map.of("organizationsEnabled", true));
  }

  /** Makes an organization with a domain. */
  void makeOrganization(String alias, String domain) {
    must(
        rest.post(
            path + "/organizations",
            Map.of("name", alias, "alias", alias, "domains", List.of(Map.of("name", domain)))));
  }

  /** Has an organization's people with this domain log in at a provider. */
  void giveProvider(String organization, String alias, String domain) {
    must(
        rest.post(
            path + "/identity-provider/instances",
            Map.of(
                "alias",
                alias,
                "providerId",
                "oidc",
                "config",
                Map.of(
                    "clientId", "made-up",
                    "clientSecret", "made-up",
                    "authorizationUrl", "http://127.0.0.1:1/authorize",
                    "tokenUrl", "http://127.0.0.1:1/token",
                    "kc.org.domain", domain,
                    "kc.org.broker.redirect.mode.email-matches", "true"))));
    String id =
        rest.get(path + "/organizations?search=" + organization).body().path(0).path("id").asText();
    must(
        rest.post(
            path + "/organizations/" + id + "/identity-providers",
            com.fasterxml.jackson.databind.node.TextNode.valueOf(alias)));
  }

  /** How often somebody failed to log in, as the protection against guessing counts. */
  int failures(String id) {
    return rest.get(path + "/attack-detection/brute-force/users/" + id)
        .body()
        .path("numFailures")
        .asInt();
  }

  /** Has its pages in these languages as well as in English. */
  TestRealm speaking(String... languages) {
    must(
        rest.put(
            path,
            Map.of(
                "internationalizationEnabled",
                true,
                "defaultLocale",
                "en",
                "supportedLocales",
                Stream.concat(Stream.of("en"), Stream.of(languages)).toList())));
    return this;
  }

  /** Imports users, and gives the outcomes as {@code outcome: problem} by id. */
  List<JsonNode> bring(ObjectNode... users) {
    return bringBy("copy", users);
  }

  /** As {@link #bring}, and asks for a writer. */
  List<JsonNode> bringBy(String askedWriter, ObjectNode... users) {
    ArrayNode all = Rest.JSON.createArrayNode();
    for (ObjectNode user : users) {
      all.add(user);
    }
    ObjectNode request =
        Rest.JSON.createObjectNode().put("mode", "hybrid").put("writer", askedWriter);
    request.set("users", all);
    Rest.Reply reply = rest.post(path + "/sluice/users", request);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    writer = reply.body().path("writer").asText();
    whyNotFaster = reply.body().path("whyNotFaster").asText();
    var outcomes = new ArrayList<JsonNode>();
    reply.body().path("outcomes").forEach(outcomes::add);
    return outcomes;
  }

  /** From now on the realm has this language alone. */
  void speaks(String language) {
    must(
        rest.put(
            path,
            Map.of(
                "internationalizationEnabled",
                true,
                "supportedLocales",
                List.of(language),
                "defaultLocale",
                language)));
  }

  /** How the last batch was written, as the extension says. */
  String writer() {
    return writer;
  }

  /** Why not faster; empty when it was the fastest way. */
  String whyNotFaster() {
    return whyNotFaster;
  }

  /** How far a user has moved, as the extension says. */
  JsonNode moved(String id) {
    return rest.get(path + "/sluice/users/" + id).body();
  }

  /** A user as Keycloak's own administration shows it. */
  JsonNode user(String id) {
    return rest.get(path + "/users/" + id).body();
  }

  /** A login with the password grant. */
  Rest.Reply login(String username, String password) {
    return login(rest, username, password, Map.of());
  }

  /** The same, on this node of a cluster. */
  Rest.Reply login(Rest node, String username, String password) {
    return login(node, username, password, Map.of());
  }

  /** The same with more fields. */
  Rest.Reply login(String username, String password, Map<String, String> more) {
    return login(rest, username, password, more);
  }

  private Rest.Reply login(Rest node, String username, String password, Map<String, String> more) {
    var fields = new HashMap<String, String>(more);
    fields.putAll(
        Map.of(
            "grant_type", "password",
            "client_id", "app",
            "scope", "openid",
            "username", username,
            "password", password));
    return node.form("/realms/" + name + "/protocol/openid-connect/token", fields);
  }

  /** The access token's subject; fails when the login did. */
  static String subject(Rest.Reply login) throws Exception {
    assertThat(login.status()).as(login.text()).isEqualTo(200);
    String payload = login.body().path("access_token").asText().split("\\.")[1];
    return Rest.JSON.readTree(Base64.getUrlDecoder().decode(payload)).path("sub").asText();
  }

  private static void must(Rest.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isBetween(200, 299);
  }
}
