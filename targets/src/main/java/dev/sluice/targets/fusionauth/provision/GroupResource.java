package dev.sluice.targets.fusionauth.provision;

import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.provision.object.ObjectIds;
import dev.sluice.targets.fusionauth.provision.object.RoleNames;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.provision.TargetResource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the tenant's groups, with role names in place of FusionAuth's role ids. */
record GroupResource(FusionAuthApi api, ObjectIds ids, RoleNames roles) implements TargetResource {
  private static final String ROLES = "roleIds";

  @Override
  public Optional<ObjectNode> find(String name) throws TroubleException {
    Answer answer = api.get("/api/group/" + ids.group(name));
    Optional<ObjectNode> found =
        answer.missing()
            ? twin(name)
            : Optional.of((ObjectNode) answer.expectOk().body().path("group"));
    found.ifPresent(group -> tellRoles(group, name));
    return found;
  }

  private Optional<ObjectNode> twin(String name) throws TroubleException {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    request
        .putObject("search")
        .put("name", name)
        .put("tenantId", ids.tenant().toString())
        .put("numberOfResults", 100);
    return api.post("/api/group/search", request)
        .expectOk()
        .body()
        .path("groups")
        .valueStream()
        .filter(group -> group.path("name").asString("").equalsIgnoreCase(name))
        .map(ObjectNode.class::cast)
        .findFirst();
  }

  /**
   * Reads both formats: a list in the vendor's OpenAPI description, a list for each application in
   * its documents.
   */
  private void tellRoles(ObjectNode group, String name) {
    Map<String, String> names =
        roles.idsOf(name).entrySet().stream()
            .collect(Collectors.toMap(each -> each.getValue().toString(), Map.Entry::getKey));
    ArrayNode told = group.putArray(ROLES);
    group.path("roles").findValuesAsString("id").stream()
        .map(id -> names.getOrDefault(id, id))
        .forEach(told::add);
  }

  @Override
  public void create(ObjectNode fresh) throws TroubleException {
    String name = fresh.path("name").asString("");
    api.post("/api/group/" + ids.group(name), request(fresh)).expectOk();
  }

  @Override
  public void change(ObjectNode found, ObjectNode merged) throws TroubleException {
    api.put("/api/group/" + found.path("id").asString(""), request(merged)).expectOk();
  }

  private ObjectNode request(ObjectNode object) {
    ObjectNode group = object.deepCopy();
    Map<String, UUID> known = roles.idsOf(group.path("name").asString(""));
    ObjectNode request = JsonMapper.shared().createObjectNode();
    ArrayNode given = request.putArray(ROLES);
    for (JsonNode each : group.path(ROLES)) {
      UUID id = known.get(each.asString(""));
      given.add(id == null ? each.asString("") : id.toString());
    }
    group.remove(ROLES);
    group.remove("roles");
    request.set("group", group);
    return request;
  }

  /**
   * Tells whether a group has only a name, as an import creates it; additions overwrite nothing.
   */
  @Override
  public boolean isBare(ObjectNode found) {
    return found.path("data").isEmpty() && found.path(ROLES).isEmpty();
  }
}
