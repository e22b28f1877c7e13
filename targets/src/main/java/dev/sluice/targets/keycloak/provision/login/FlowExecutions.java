package dev.sluice.targets.keycloak.provision.login;

import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The steps of a flow and of its subflows, in order, as Keycloak returns them.
 *
 * @param flow the flow's alias
 */
public record FlowExecutions(String flow, List<JsonNode> steps) {

  public static FlowExecutions read(KeycloakApi api, String flow) throws TroubleException {
    JsonNode steps = api.get(path(api, flow, "/executions")).expectOk().body();
    return new FlowExecutions(flow, steps.valueStream().toList());
  }

  static String path(KeycloakApi api, String flow, String rest) {
    return api.realm("/authentication/flows/" + UrlPath.encode(flow) + rest);
  }

  /** Tells whether the flow has an enabled step of these providers. */
  boolean runs(List<String> providers) {
    return all(providers).stream()
        .anyMatch(step -> !step.path("requirement").asString("").equals("DISABLED"));
  }

  /** Returns the steps of these providers, disabled or not. */
  public List<JsonNode> all(List<String> providers) {
    return steps.stream()
        .filter(step -> providers.contains(step.path("providerId").asString("")))
        .toList();
  }

  /** Returns the alias of the flow that directly contains a step. */
  public String parentOf(JsonNode step) {
    int level = step.path("level").asInt(0);
    return steps.subList(0, steps.indexOf(step)).reversed().stream()
        .filter(before -> before.path("level").asInt(0) == level - 1)
        .findFirst()
        .map(parent -> parent.path("displayName").asString(""))
        .orElse(flow);
  }
}
