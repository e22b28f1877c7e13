package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Ids;
import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/entity/{entityId}/grant}: what an entity may do at another. */
public final class GrantEndpoint implements Endpoint {
  private final Store store;

  public GrantEndpoint(Store store) {
    this.store = store;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    if (!call.segment(0).equals("entity") || !call.segment(2).equals("grant")) {
      return Optional.empty();
    }
    Optional<ObjectNode> entity = store.entities.find(call.segment(1));
    if (entity.isEmpty()) {
      return Optional.of(Reply.missing());
    }
    return switch (call.method()) {
      case "POST" -> Optional.of(grant(call, entity.get()));
      case "GET" -> Optional.of(read(call));
      default -> Optional.empty();
    };
  }

  private Reply grant(Call call, ObjectNode entity) {
    if (!(call.body().path("grant") instanceof ObjectNode sent)) {
      return new Errors().missing("grant").reply();
    }
    Errors errors = new Errors();
    String recipient = sent.path("recipientEntityId").asString("");
    String user = sent.path("userId").asString("");
    if (!store.entities.has(recipient) && store.person(call, user).isEmpty()) {
      errors.invalid("grant.recipientEntityId", recipient + user);
    }
    JsonNode type = type(entity);
    sent.path("permissions")
        .valueStream()
        .map(permission -> permission.asString(""))
        .filter(name ->
            type.path("permissions")
                .valueStream()
                .noneMatch(known -> known.path("name").asString("").equals(name)))
        .forEach(name -> errors.invalid("grant.permissions", name));
    if (!errors.isEmpty()) {
      return errors.reply();
    }
    store.grants.removeIf(there ->
        there.path("entity").path("id").equals(entity.path("id"))
            && there.path("recipientEntityId").equals(sent.path("recipientEntityId"))
            && there.path("userId").equals(sent.path("userId")));
    ObjectNode grant = sent.deepCopy().put("id", Ids.fresh());
    grant.putObject("entity").set("id", entity.path("id"));
    store.grants.add(grant);
    return Reply.of(200);
  }

  private JsonNode type(ObjectNode entity) {
    return store
        .entityTypes
        .find(entity.path("type").path("id").asString(""))
        .<JsonNode>map(found -> found)
        .orElseGet(() -> entity.path("type"));
  }

  private Reply read(Call call) {
    ArrayNode grants = JsonMapper.shared().createArrayNode();
    store.grants.stream()
        .filter(grant -> grant.path("entity").path("id").asString("").equals(call.segment(1)))
        .filter(grant ->
            call.parameter("recipientEntityId").isEmpty()
                || grant
                    .path("recipientEntityId")
                    .asString("")
                    .equals(call.parameter("recipientEntityId")))
        .forEach(grants::add);
    return Reply.ok("grants", grants);
  }
}
