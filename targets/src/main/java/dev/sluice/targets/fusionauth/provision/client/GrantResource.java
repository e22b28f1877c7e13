package dev.sluice.targets.fusionauth.provision.client;

import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.provision.object.ObjectIds;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.provision.TargetResource;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the permissions of machines at resource servers. FusionAuth creates or changes a
 * grant with one call.
 *
 * @param grants the grants by name
 */
record GrantResource(FusionAuthApi api, ObjectIds ids, Map<String, Machines.Grant> grants)
    implements TargetResource {

  @Override
  public Optional<ObjectNode> find(String name) throws TroubleException {
    Machines.Grant grant = grant(name);
    Answer answer = api.get(path(grant) + "?recipientEntityId=" + ids.machine(grant.clientId()));
    if (answer.missing()) {
      return Optional.empty();
    }
    JsonNode body = answer.expectOk().body();
    JsonNode found = body.has("grant") ? body.path("grant") : body.path("grants").path(0);
    return found instanceof ObjectNode object
        ? Optional.of(object.put("name", name))
        : Optional.empty();
  }

  @Override
  public void create(ObjectNode fresh) throws TroubleException {
    write(fresh);
  }

  @Override
  public void change(ObjectNode found, ObjectNode merged) throws TroubleException {
    write(merged);
  }

  private void write(ObjectNode wanted) throws TroubleException {
    Machines.Grant grant = grant(wanted.path("name").asString(""));
    ObjectNode request = JsonMapper.shared().createObjectNode();
    ObjectNode json = request.putObject("grant");
    json.put("recipientEntityId", ids.machine(grant.clientId()).toString());
    json.set("permissions", wanted.path("permissions"));
    json.set("data", wanted.path("data"));
    api.post(path(grant), request).expectOk();
  }

  private String path(Machines.Grant grant) {
    return "/api/entity/" + ids.server(grant.server()) + "/grant";
  }

  private Machines.Grant grant(String name) {
    Machines.Grant grant = grants.get(name);
    if (grant == null) {
      throw new IllegalArgumentException(name);
    }
    return grant;
  }
}
