package dev.sluice.targets.fusionauth.provision.object;

import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.provision.TargetResource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes objects whose parts need separate calls: applications with roles, entity types
 * with permissions. Parts that others added stay.
 *
 * @param parts the object's field with the parts
 * @param part the name of one part in requests and paths
 * @param ids maps the object's and the part's name to the part's id
 */
public record PartsResource(
    ObjectResource whole, String parts, String part, BiFunction<String, String, UUID> ids)
    implements TargetResource {

  @Override
  public Optional<ObjectNode> find(String name) throws TroubleException {
    Optional<ObjectNode> found = whole.find(name);
    found.ifPresent(object -> {
      JsonNode list = object.path(parts);
      ObjectNode byName = object.putObject(parts);
      list.forEach(each -> byName.set(each.path("name").asString(""), each));
    });
    return found;
  }

  @Override
  public void create(ObjectNode fresh) throws TroubleException {
    whole.create(withoutParts(fresh));
    String name = fresh.path("name").asString("");
    write(whole.ids().apply(name).toString(), name, fresh.path(parts));
  }

  @Override
  public void change(ObjectNode found, ObjectNode merged) throws TroubleException {
    whole.change(found, withoutParts(merged));
    ObjectNode changed = JsonMapper.shared().createObjectNode();
    for (Map.Entry<String, JsonNode> each : merged.path(parts).properties()) {
      if (!each.getValue().equals(found.path(parts).path(each.getKey()))) {
        changed.set(each.getKey(), each.getValue());
      }
    }
    write(found.path("id").asString(""), merged.path("name").asString(""), changed);
  }

  private void write(String object, String name, JsonNode all) throws TroubleException {
    for (Map.Entry<String, JsonNode> each : all.properties()) {
      ObjectNode one = (ObjectNode) each.getValue().deepCopy();
      String there = one.path("id").asString("");
      one.put("name", each.getKey());
      ObjectNode request = JsonMapper.shared().createObjectNode();
      request.set(part, one);
      String path = whole.path() + "/" + object + "/" + part + "/";
      if (there.isEmpty()) {
        whole.calls().post(path + ids.apply(name, each.getKey()), request).expectOk();
      } else {
        whole.calls().put(path + there, request).expectOk();
      }
    }
  }

  private ObjectNode withoutParts(ObjectNode object) {
    ObjectNode alone = object.deepCopy();
    alone.remove(parts);
    return alone;
  }
}
