package dev.sluice.targets.fusionauth.provision;

import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.provision.TargetResource;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the tenant itself, under its configured id. */
record TenantResource(FusionAuthApi api, UUID tenant) implements TargetResource {

  @Override
  public Optional<ObjectNode> find(String name) throws TroubleException {
    Answer answer = api.getOutsideTenant(path());
    return answer.missing()
        ? Optional.empty()
        : Optional.of((ObjectNode) answer.expectOk().body().path("tenant"));
  }

  @Override
  public void create(ObjectNode fresh) throws TroubleException {
    api.postOutsideTenant(path(), request(fresh)).expectOk();
  }

  @Override
  public void change(ObjectNode found, ObjectNode merged) throws TroubleException {
    api.put(path(), request(merged)).expectOk();
  }

  private String path() {
    return "/api/tenant/" + tenant;
  }

  private static ObjectNode request(ObjectNode tenant) {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    request.set("tenant", tenant);
    return request;
  }
}
