package dev.sluice.targets.keycloak.provision.login;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.target.provision.DiffLine;
import dev.sluice.api.target.provision.ObjectDiff;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.provision.AutomaticStep;
import dev.sluice.targets.provision.ManualStep;
import dev.sluice.targets.provision.OwnershipTag;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes new users of the realm set up an authenticator app, if the pool requires a second factor.
 */
public final class SecondFactorAction {
  private static final String PATH = "/authentication/required-actions/CONFIGURE_TOTP";

  private final KeycloakApi api;
  private final PoolInventory pool;

  public SecondFactorAction(KeycloakApi api, PoolInventory pool) {
    this.api = api;
    this.pool = pool;
  }

  /**
   * Plans the required action that sets up a second factor.
   *
   * @param realm as Keycloak returns it; missing if it does not exist yet
   */
  public List<ProvisionStep> plan(JsonNode realm) throws TroubleException {
    if (!pool.mfa().mode().equals("ON")) {
      return List.of();
    }
    boolean missing = realm.isMissingNode();
    if (!missing && demanded(api.get(api.realm(PATH)).expectOk().body())) {
      return List.of();
    }
    if (missing || OwnershipTag.isOn(realm, pool.pool().id())) {
      return List.of(
          new AutomaticStep("make \"Configure OTP\" a default action", this::demand, diff()));
    }
    return List.of(
        new ManualStep(
            "make the required action \"Configure OTP\" a default action: the pool requires a"
                + " second factor of all users",
            Optional.of(diff())));
  }

  private void demand() throws TroubleException {
    ObjectNode action = (ObjectNode) api.get(api.realm(PATH)).expectOk().body();
    action.put("enabled", true).put("defaultAction", true);
    api.put(api.realm(PATH), action).expectOk();
  }

  private static boolean demanded(JsonNode action) {
    return action.path("enabled").asBoolean(false) && action.path("defaultAction").asBoolean(false);
  }

  private static ObjectDiff diff() {
    return new ObjectDiff(
        "required action",
        "CONFIGURE_TOTP",
        "MFA: ON",
        List.of(DiffLine.changed("defaultAction", "false", "true")));
  }
}
