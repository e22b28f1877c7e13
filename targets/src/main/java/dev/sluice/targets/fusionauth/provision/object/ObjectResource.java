package dev.sluice.targets.fusionauth.provision.object;

import dev.sluice.targets.fusionauth.api.ApiCalls;
import dev.sluice.targets.fusionauth.api.Licence;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.provision.TargetResource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes objects of one kind, each under the id that Sluice chose.
 *
 * @param path such as {@code /api/group}
 * @param field the object's name in requests and answers
 * @param ids maps an object's name to its id
 * @param twins finds an object of the same name that Sluice did not create
 * @param paid what to do if the licence does not include such objects
 */
public record ObjectResource(
    ApiCalls calls, String path, String field, Function<String, UUID> ids, Twins twins, String paid)
    implements TargetResource {

  /** Finds an object by its name, whatever its id. */
  public interface Twins {
    Twins NONE = _ -> Optional.empty();

    Optional<ObjectNode> find(String name) throws TroubleException;
  }

  @Override
  public Optional<ObjectNode> find(String name) throws TroubleException {
    Answer answer = calls.get(path + "/" + ids.apply(name));
    if (answer.missing()) {
      return twins.find(name);
    }
    return object(Licence.expect(answer, paid).body().path(field));
  }

  private static Optional<ObjectNode> object(JsonNode found) {
    return found instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
  }

  @Override
  public void create(ObjectNode fresh) throws TroubleException {
    UUID id = ids.apply(fresh.path("name").asString(""));
    Licence.expect(calls.post(path + "/" + id, request(fresh)), paid);
  }

  @Override
  public void change(ObjectNode found, ObjectNode merged) throws TroubleException {
    Licence.expect(calls.put(path + "/" + found.path("id").asString(""), request(merged)), paid);
  }

  private ObjectNode request(ObjectNode object) {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    request.set(field, object);
    return request;
  }
}
