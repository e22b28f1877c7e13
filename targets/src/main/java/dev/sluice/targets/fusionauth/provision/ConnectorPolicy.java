package dev.sluice.targets.fusionauth.provision;

import dev.sluice.api.target.provision.DiffLine;
import dev.sluice.api.target.provision.ObjectDiff;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.provision.AutomaticStep;
import dev.sluice.targets.provision.ManualStep;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans the order in which FusionAuth asks connectors about passwords. The gateway must be first
 * for all users; once a user has moved, FusionAuth asks only itself. All other policies stay.
 */
final class ConnectorPolicy {
  private static final String POLICIES = "connectorPolicies";

  private final TenantResource tenants;
  private final UUID connector;

  ConnectorPolicy(TenantResource tenants, UUID connector) {
    this.tenants = tenants;
    this.connector = connector;
  }

  /**
   * Returns the steps that make FusionAuth ask the gateway.
   *
   * @param tenant the tenant, or missing
   */
  List<ProvisionStep> plan(JsonNode tenant) {
    return isFirst(tenant.path(POLICIES).path(0))
        ? List.of()
        : List.of(
            new AutomaticStep(
                "put the connector first in the tenant's policies", this::put, diff()));
  }

  /** Returns the steps that make FusionAuth not ask the gateway. */
  List<ProvisionStep> planWithout(JsonNode tenant) {
    return tenant.path(POLICIES).valueStream().anyMatch(this::isOurs)
        ? List.of(
            new ManualStep(
                "remove Sluice's connector from the tenant's connector policies: with this"
                    + " setting the gateway does not answer it, so logins would wait in vain"))
        : List.of();
  }

  private static ObjectDiff diff() {
    return new ObjectDiff(
        "connector policy",
        "1",
        "the gateway",
        List.of(
            DiffLine.added("domains: *"),
            DiffLine.added("migrate: true"),
            DiffLine.lost(
                "remove it after the cut-over: otherwise FusionAuth still asks the gateway about"
                    + " unknown logins")));
  }

  private void put() throws TroubleException {
    Optional<ObjectNode> found = tenants.find("");
    if (found.isEmpty() || isFirst(found.get().path(POLICIES).path(0))) {
      return;
    }
    ArrayNode all = JsonMapper.shared().createArrayNode();
    ObjectNode first = all.addObject();
    first.put("connectorId", connector.toString()).put("migrate", true);
    first.putArray("domains").add("*");
    found.get().path(POLICIES).valueStream().filter(each -> !isOurs(each)).forEach(all::add);
    ObjectNode changed = found.get().deepCopy();
    changed.set(POLICIES, all);
    tenants.change(found.get(), changed);
  }

  private boolean isFirst(JsonNode policy) {
    return isOurs(policy)
        && policy.path("migrate").asBoolean(false)
        && policy.path("domains").valueStream().anyMatch(each -> each.asString("").equals("*"));
  }

  private boolean isOurs(JsonNode policy) {
    return policy.path("connectorId").asString("").equalsIgnoreCase(connector.toString());
  }
}
