package dev.sluice.targets.keycloak.provision.login;

import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakTroubles;
import dev.sluice.targets.provision.AutomaticStep;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans the required action with which our extension sets up a second factor at the end of a first
 * login. It comes before all others, because a user must have moved before anything else is
 * required.
 */
public final class EnrolmentAction {
  private static final String ALIAS = "sluice-enrol-second-factor";
  private static final int FIRST = 0;

  private final KeycloakApi api;

  public EnrolmentAction(KeycloakApi api) {
    this.api = api;
  }

  public List<ProvisionStep> plan(boolean realmMissing) throws TroubleException {
    return !realmMissing && find().filter(EnrolmentAction::isReady).isPresent()
        ? List.of()
        : List.of(
            new AutomaticStep(
                "have users with a second factor set up a new one at their first login (required"
                    + " action "
                    + ALIAS
                    + ")",
                this::register));
  }

  private void register() throws TroubleException {
    if (find().isEmpty()) {
      ObjectNode named = JsonMapper.shared().createObjectNode();
      named.put("providerId", ALIAS);
      named.put("name", "Set up a second factor while moving here with Sluice");
      KeycloakTroubles.expectExtension(
          api.post(api.realm("/authentication/register-required-action"), named));
    }
    Optional<JsonNode> registered = find();
    if (registered.isPresent() && !isReady(registered.get())) {
      ObjectNode ready = ((ObjectNode) registered.get().deepCopy());
      ready.put("enabled", true);
      ready.put("defaultAction", false);
      ready.put("priority", FIRST);
      api.put(api.realm("/authentication/required-actions/" + ALIAS), ready).expectOk();
    }
  }

  private Optional<JsonNode> find() throws TroubleException {
    return api.get(api.realm("/authentication/required-actions"))
        .expectOk()
        .body()
        .valueStream()
        .filter(action -> action.path("alias").asString("").equals(ALIAS))
        .findFirst();
  }

  private static boolean isReady(JsonNode action) {
    return action.path("enabled").asBoolean(false)
        && action.path("priority").asInt(-1) == FIRST
        && !action.path("defaultAction").asBoolean(false);
  }
}
