package dev.sluice.targets.fusionauth.provision;

import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.targets.fusionauth.provision.object.ObjectIds;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.OwnershipTag;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The Generic Connector through which FusionAuth asks the gateway about passwords. */
record HookConnector(ProvisionRequest request, ObjectIds ids) {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  /** More than the gateway needs to answer, and less than users wait. */
  private static final Duration READ = Duration.ofSeconds(8);

  static final String PAID =
      "Connectors are a paid feature. Buy it, or set target.fusionauth.imported-users: v1-login"
          + " and let your applications log users in with the gateway's POST /v1/login.";

  /**
   * Returns the connector's name, which must be unique, because all tenants of a FusionAuth share
   * connectors.
   */
  String name() {
    return "Sluice for tenant " + ids.tenant();
  }

  DesiredObject desired() {
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    kept.put("name", name());
    kept.put("authenticationURL", request.gatewayUrl() + "/hooks/fusionauth");
    kept.putObject("headers").put("Authorization", "Bearer " + request.gatewayToken().reveal());
    OwnershipTag.put(kept, request.pool().pool().id());
    ObjectNode once = JsonMapper.shared().createObjectNode();
    once.put("type", "Generic").put("debug", false);
    once.put("connectTimeout", CONNECT.toMillis()).put("readTimeout", READ.toMillis());
    return new DesiredObject(
        "connector",
        name(),
        "the gateway",
        kept,
        once,
        List.of("a paid feature of FusionAuth; without it: " + PAID));
  }
}
