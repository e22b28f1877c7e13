package dev.sluice.targets.keycloak.provision.login;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakTroubles;
import dev.sluice.targets.provision.AutomaticStep;
import dev.sluice.targets.provision.ManualStep;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans one of the realm's login flows, with some of Keycloak's own steps replaced by our
 * extension's. It copies the flow in use, changes the copy and then binds it, so that an
 * interrupted run leaves logins as they were.
 */
public final class LoginFlow {
  /**
   * A flow and the steps to replace in it.
   *
   * @param purpose what our step does in the flow
   * @param field the realm's field that names the flow in use
   * @param builtIn the flow of a new realm
   * @param replaced Keycloak's own steps
   * @param ours our extension's step
   */
  public record Kind(
      String purpose, String field, String builtIn, List<String> replaced, String ours) {
    public static final Kind BROWSER =
        new Kind(
            "check passwords",
            "browserFlow",
            "browser",
            List.of("auth-username-password-form"),
            "sluice-username-password-form");
    public static final Kind DIRECT_GRANT =
        new Kind(
            "check passwords",
            "directGrantFlow",
            "direct grant",
            List.of("direct-grant-validate-username", "direct-grant-validate-password"),
            "sluice-direct-grant-password");
    public static final Kind FORGOT_PASSWORD =
        new Kind(
            "mail links to a new password",
            "resetCredentialsFlow",
            "reset credentials",
            List.of("reset-credential-email"),
            "sluice-reset-credential-email");
    public static final Kind JOINING =
        new Kind(
            "mail links that join an account at another provider",
            "firstBrokerLoginFlow",
            "first broker login",
            List.of("idp-email-verification"),
            "sluice-idp-email-verification");
    public static final Kind REGISTRATION =
        new Kind(
            "require at sign-up what the pool requires, and refuse a login of a user that has not"
                + " moved",
            "registrationFlow",
            "registration",
            List.of("registration-user-creation"),
            "sluice-registration-user-creation");

    public static final Kind ORGANIZATION =
        new Kind(
            "ask users with an organization's domain who have not moved for their password",
            "browserFlow",
            "browser",
            List.of("organization"),
            "sluice-organization");

    /**
     * Not in a realm without its own mailed links to join accounts, or without organizations: it
     * needs no such step.
     */
    boolean mustBeThere() {
      return !equals(JOINING) && !equals(ORGANIZATION);
    }
  }

  private static final String PREFIX = "sluice ";

  private final KeycloakApi api;
  private final Kind kind;

  public LoginFlow(KeycloakApi api, Kind kind) {
    this.api = api;
    this.kind = kind;
  }

  /**
   * Plans the flow that asks about first logins.
   *
   * @param realm as Keycloak returns it; missing if it does not exist yet
   */
  public List<ProvisionStep> plan(JsonNode realm) throws TroubleException {
    String bound = bound(realm);
    if (!realm.isMissingNode()) {
      FlowExecutions executions = FlowExecutions.read(api, bound);
      boolean ours = executions.runs(List.of(kind.ours()));
      if (!executions.runs(kind.replaced())) {
        return ours || !kind.mustBeThere() ? List.of() : List.of(manual(bound));
      }
    }
    return List.of(
        new AutomaticStep(
            kind.purpose()
                + " in flow \""
                + copyOf(bound)
                + (copyOf(bound).equals(bound)
                    ? "\", with step "
                    : "\", a copy of \"" + bound + "\" with step ")
                + kind.ours()
                + " in place of "
                + String.join(" and ", kind.replaced()),
            this::replace));
  }

  private ManualStep manual(String bound) {
    return new ManualStep(
        "put step "
            + kind.ours()
            + " into flow \""
            + bound
            + "\" where it must "
            + kind.purpose()
            + ": it has none of Keycloak's own steps "
            + String.join(", ", kind.replaced())
            + " that Sluice could replace");
  }

  private void replace() throws TroubleException {
    String bound = bound(api.get(api.realm("")).expectOk().body());
    String copy = copyOf(bound);
    if (!copy.equals(bound)) {
      copy(bound, copy);
    }
    FlowExecutions executions = FlowExecutions.read(api, copy);
    if (executions.all(List.of(kind.ours())).isEmpty()) {
      add(executions, executions.all(kind.replaced()).getFirst());
    }
    FlowExecutions both = FlowExecutions.read(api, copy);
    require(both, executions.all(kind.replaced()));
    keepSettings(both);
    for (JsonNode old : executions.all(kind.replaced())) {
      String id = UrlPath.encode(old.path("id").asString(""));
      api.delete(api.realm("/authentication/executions/" + id)).expectOk();
    }
    ObjectNode binding = JsonMapper.shared().createObjectNode().put(kind.field(), copy);
    api.put(api.realm(""), binding).expectOk();
  }

  private void copy(String from, String to) throws TroubleException {
    ObjectNode name = JsonMapper.shared().createObjectNode().put("newName", to);
    String path = FlowExecutions.path(api, from, "/copy");
    Answer answer = api.post(path, name);
    if (answer.conflict()) {
      // It may be a copy of an older state of the flow, with fewer factors than now.
      remove(to);
      answer = api.post(path, name);
    }
    answer.expectOk();
  }

  /** Removes a flow that is not bound. */
  private void remove(String flow) throws TroubleException {
    for (JsonNode each : api.get(api.realm("/authentication/flows")).expectOk().body()) {
      if (each.path("alias").asString("").equals(flow)) {
        String id = each.path("id").asString("");
        requireThatNoClientHas(flow, id);
        api.delete(api.realm("/authentication/flows/" + UrlPath.encode(id))).expectOk();
      }
    }
  }

  private void requireThatNoClientHas(String flow, String id) throws TroubleException {
    for (JsonNode client : api.get(api.realm("/clients")).expectOk().body()) {
      for (JsonNode own : client.path("authenticationFlowBindingOverrides")) {
        if (own.asString("").equals(id)) {
          throw new TargetException(
              ("Flow \"%s\" is an old copy, but client %s overrides its flow with it: bind another"
                      + " flow there, then provision again.")
                  .formatted(flow, client.path("clientId").asString("")));
        }
      }
    }
  }

  private void add(FlowExecutions executions, JsonNode replaced) throws TroubleException {
    ObjectNode step = JsonMapper.shared().createObjectNode();
    step.put("provider", kind.ours());
    step.put("priority", replaced.path("priority").asInt(0));
    String parent = executions.parentOf(replaced);
    KeycloakTroubles.expectExtension(
        api.post(FlowExecutions.path(api, parent, "/executions/execution"), step));
  }

  /**
   * Sets the requirement of the step that ours replaces: in some flows that is one of several
   * alternatives. If that step is gone, an earlier run has set it.
   */
  private void require(FlowExecutions executions, List<JsonNode> replaced) throws TroubleException {
    if (replaced.isEmpty()) {
      return;
    }
    String requirement = replaced.getFirst().path("requirement").asString("REQUIRED");
    for (JsonNode ours : executions.all(List.of(kind.ours()))) {
      ObjectNode required = ((ObjectNode) ours.deepCopy()).put("requirement", requirement);
      api.put(FlowExecutions.path(api, executions.flow(), "/executions"), required).expectOk();
    }
  }

  /** Copies the options of the replaced step, because the owner may have set some. */
  private void keepSettings(FlowExecutions executions) throws TroubleException {
    JsonNode ours = executions.all(List.of(kind.ours())).getFirst();
    String settings = settingsOf(executions.all(kind.replaced()));
    if (settings.isEmpty() || !settingsOf(List.of(ours)).isEmpty()) {
      return;
    }
    JsonNode kept =
        api.get(api.realm("/authentication/config/" + UrlPath.encode(settings))).expectOk().body();
    ObjectNode settingsOfOurs = JsonMapper.shared().createObjectNode();
    settingsOfOurs.put("alias", PREFIX + kept.path("alias").asString(kind.ours()));
    settingsOfOurs.set("config", kept.path("config"));
    String id = UrlPath.encode(ours.path("id").asString(""));
    api.post(api.realm("/authentication/executions/" + id + "/config"), settingsOfOurs).expectOk();
  }

  private static String settingsOf(List<JsonNode> steps) {
    return steps.stream()
        .map(step -> step.path("authenticationConfig").asString(""))
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String bound(JsonNode realm) {
    return realm.path(kind.field()).asString(kind.builtIn());
  }

  private static String copyOf(String flow) {
    return flow.startsWith(PREFIX) ? flow : PREFIX + flow;
  }
}
