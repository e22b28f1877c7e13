package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Ids;
import dev.sluice.contracts.fusionauth.store.Table;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parts of objects that have calls of their own, such as {@code
 * /api/application/{applicationId}/role/{roleId}}.
 *
 * @param path of the whole, after {@code /api}
 * @param parts where the whole has them
 * @param part one part's name in paths, requests and answers
 */
public record PartEndpoint(Table wholes, List<String> path, String parts, String part)
    implements Endpoint {

  @Override
  public Optional<Reply> answer(Call call) {
    int at = path.size();
    if (call.segments().size() < at + 2
        || !call.segments().subList(0, at).equals(path)
        || !call.segment(at + 1).equals(part)) {
      return Optional.empty();
    }
    Optional<ObjectNode> whole = wholes.find(call.segment(at));
    if (whole.isEmpty()) {
      return Optional.of(Reply.missing());
    }
    String id = call.segment(at + 2);
    return switch (call.method()) {
      case "POST" -> Optional.of(add(call, whole.get(), id.isEmpty() ? Ids.fresh() : id));
      case "PUT" -> Optional.of(replace(call, whole.get(), id));
      case "DELETE" -> Optional.of(remove(whole.get(), id));
      default -> Optional.empty();
    };
  }

  private Reply add(Call call, ObjectNode whole, String id) {
    String name = call.text(part, "name");
    Errors errors = new Errors();
    if (name.isBlank()) {
      errors.missing(part + ".name");
    }
    if (all(whole)
        .valueStream()
        .anyMatch(each -> each.path("name").asString("").equalsIgnoreCase(name))) {
      errors.duplicate(part + ".name", part, "name", name);
    }
    return errors.isEmpty() ? put(call, whole, id, all(whole)) : errors.reply();
  }

  private Reply replace(Call call, ObjectNode whole, String id) {
    ArrayNode others = without(whole, id);
    return others.size() == all(whole).size() ? Reply.missing() : put(call, whole, id, others);
  }

  private Reply put(Call call, ObjectNode whole, String id, ArrayNode others) {
    if (!(call.body().path(part) instanceof ObjectNode sent)) {
      return new Errors().missing(part).reply();
    }
    ObjectNode one = sent.deepCopy().put("id", id);
    whole.set(parts, others.add(one));
    wholes.put(whole);
    return Reply.ok(part, one);
  }

  private Reply remove(ObjectNode whole, String id) {
    ArrayNode others = without(whole, id);
    boolean missing = others.size() == all(whole).size();
    whole.set(parts, others);
    wholes.put(whole);
    return missing ? Reply.missing() : Reply.of(200);
  }

  private ArrayNode all(ObjectNode whole) {
    return whole.path(parts) instanceof ArrayNode there
        ? there.deepCopy()
        : JsonMapper.shared().createArrayNode();
  }

  private ArrayNode without(ObjectNode whole, String id) {
    ArrayNode left = JsonMapper.shared().createArrayNode();
    for (JsonNode each : all(whole)) {
      if (!each.path("id").asString("").equalsIgnoreCase(id)) {
        left.add(each);
      }
    }
    return left;
  }
}
