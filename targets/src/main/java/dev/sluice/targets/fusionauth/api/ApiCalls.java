package dev.sluice.targets.fusionauth.api;

import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import tools.jackson.databind.JsonNode;

/**
 * Calls on objects of the tenant, or on objects that all tenants share.
 *
 * @param inTenant whether the tenant is named in the calls
 */
public record ApiCalls(FusionAuthApi api, boolean inTenant) {

  public Answer get(String path) throws TroubleException {
    return inTenant ? api.get(path) : api.getOutsideTenant(path);
  }

  public Answer post(String path, JsonNode body) throws TroubleException {
    return inTenant ? api.post(path, body) : api.postOutsideTenant(path, body);
  }

  public Answer put(String path, JsonNode body) throws TroubleException {
    return inTenant ? api.put(path, body) : api.putOutsideTenant(path, body);
  }
}
