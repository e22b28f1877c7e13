package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Ids;
import dev.sluice.contracts.fusionauth.store.Patch;
import dev.sluice.contracts.fusionauth.store.Table;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Objects that are created, read, found by name, replaced, patched and deleted, all in the same
 * way: groups, applications, tenants and the like.
 */
public final class ObjectEndpoint implements Endpoint {
  /** The page size where the request gives none (FusionAuth's documents, searches). */
  private static final int PAGE = 25;

  private final ObjectKind kind;
  private final Table table;

  public ObjectEndpoint(ObjectKind kind, Table table) {
    this.kind = kind;
    this.table = table;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    List<String> path = kind.path();
    if (call.segments().size() < path.size()
        || !call.segments().subList(0, path.size()).equals(path)) {
      return Optional.empty();
    }
    List<String> rest = call.segments().subList(path.size(), call.segments().size());
    if (rest.equals(List.of("search")) && call.method().equals("POST")) {
      return Optional.of(search(call));
    }
    return switch (rest.size()) {
      case 0 -> ofAll(call);
      case 1 -> ofOne(call, rest.getFirst());
      default -> Optional.empty();
    };
  }

  private Optional<Reply> ofAll(Call call) {
    return switch (call.method()) {
      case "POST" -> Optional.of(create(call, Ids.fresh()));
      case "GET" -> Optional.of(list(call));
      default -> Optional.empty();
    };
  }

  private Optional<Reply> ofOne(Call call, String id) {
    if (call.method().equals("POST")) {
      return Optional.of(create(call, id));
    }
    Optional<ObjectNode> found = inTenant(call).filter(each -> hasId(each, id)).findFirst();
    if (found.isEmpty()) {
      return Optional.of(Reply.missing());
    }
    return switch (call.method()) {
      case "GET" -> Optional.of(Reply.ok(kind.field(), found.get()));
      case "PUT" -> Optional.of(change(call, found.get(), sent(call)));
      case "PATCH" -> Optional.of(change(call, found.get(), Patch.of(found.get(), sent(call))));
      case "DELETE" -> {
        table.remove(id);
        yield Optional.of(Reply.of(200));
      }
      default -> Optional.empty();
    };
  }

  private static boolean hasId(ObjectNode object, String id) {
    return object.path("id").asString("").equalsIgnoreCase(id);
  }

  private Stream<ObjectNode> inTenant(Call call) {
    return table.all().stream()
        .filter(each ->
            !kind.ofTenant()
                || call.tenant()
                    .filter(t -> !t.equals(each.path("tenantId").asString(t)))
                    .isEmpty());
  }

  private static ObjectNode copy(JsonNode node) {
    return node instanceof ObjectNode object
        ? object.deepCopy()
        : JsonMapper.shared().createObjectNode();
  }

  private ObjectNode sent(Call call) {
    return copy(call.body().path(kind.field()));
  }

  private Reply create(Call call, String id) {
    ObjectNode object = sent(call);
    String given = object.path("id").asString(id);
    Errors errors = kind.problems(call, object);
    if (!Ids.isId(given)) {
      errors.invalid(kind.field() + ".id", given);
    } else if (table.has(given)) {
      errors.duplicate(kind.field() + ".id", kind.field(), "Id", given);
    }
    refuseTakenName(call, object, given, errors);
    if (!errors.isEmpty()) {
      return errors.reply();
    }
    object.put("id", given);
    object.put("insertInstant", System.currentTimeMillis());
    return store(call, object);
  }

  private Reply change(Call call, ObjectNode before, ObjectNode after) {
    after.set("id", before.get("id"));
    kind.keepParts(before, after);
    Errors errors = kind.problems(call, after);
    refuseTakenName(call, after, before.path("id").asString(""), errors);
    if (!errors.isEmpty()) {
      return errors.reply();
    }
    after.put("insertInstant", before.path("insertInstant").asLong(0));
    return store(call, after);
  }

  private Reply store(Call call, ObjectNode object) {
    call.tenant().filter(_ -> kind.ofTenant()).ifPresent(t -> object.put("tenantId", t));
    object.put("lastUpdateInstant", System.currentTimeMillis());
    kind.complete(object);
    table.put(object);
    return Reply.ok(kind.field(), object);
  }

  private void refuseTakenName(Call call, ObjectNode object, String id, Errors errors) {
    String name = object.path("name").asString("");
    if (kind.uniqueName()
        && !name.isBlank()
        && inTenant(call)
            .anyMatch(other ->
                !hasId(other, id) && other.path("name").asString("").equalsIgnoreCase(name))) {
      errors.duplicate(kind.field() + ".name", kind.field(), "name", name);
    }
  }

  private Reply list(Call call) {
    ArrayNode all = JsonMapper.shared().createArrayNode();
    inTenant(call)
        .filter(each ->
            call.parameter("type").isEmpty()
                || each.path("type").asString("").equals(call.parameter("type")))
        .forEach(all::add);
    return Reply.ok(kind.plural(), all);
  }

  /** Searches all tenants, because the documents do not say that the header narrows a search. */
  private Stream<ObjectNode> searched(String tenant) {
    return table.all().stream()
        .filter(each ->
            !kind.ofTenant()
                || tenant.isEmpty()
                || tenant.equalsIgnoreCase(each.path("tenantId").asString("")));
  }

  private Reply search(Call call) {
    JsonNode search = call.body().path("search");
    String name = search.path("name").asString("");
    String type = search.path("type").asString("");
    List<ObjectNode> found =
        searched(search.path("tenantId").asString(""))
            .filter(each -> name.isEmpty() || Table.matches(name, each.path("name").asString("")))
            .filter(each -> type.isEmpty() || each.path("type").asString("").equals(type))
            .toList();
    ArrayNode page = JsonMapper.shared().createArrayNode();
    found.stream()
        .skip(search.path("startRow").asInt(0))
        .limit(search.path("numberOfResults").asInt(PAGE))
        .forEach(page::add);
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.set(kind.plural(), page);
    body.put("total", found.size());
    return Reply.of(200, body);
  }
}
