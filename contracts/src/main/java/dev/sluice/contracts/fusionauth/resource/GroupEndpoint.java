package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/group}: groups, and the roles of applications that they give their members. */
public final class GroupEndpoint implements Endpoint {
  private final Store store;
  private final ObjectEndpoint groups;

  public GroupEndpoint(Store store) {
    this.store = store;
    this.groups = new ObjectEndpoint(ObjectKind.GROUP, store.groups);
  }

  @Override
  public Optional<Reply> answer(Call call) {
    boolean written =
        call.segment(0).equals("group")
            && call.body().path("group").isObject()
            && List.of("POST", "PUT").contains(call.method());
    if (!written) {
      return groups.answer(call);
    }
    JsonNode wanted = call.body().path("roleIds");
    Errors errors = new Errors();
    wanted
        .valueStream()
        .map(id -> id.asString(""))
        .filter(id -> roles().noneMatch(role -> hasId(role, id)))
        .forEach(id -> errors.invalid("roleIds", id));
    return errors.isEmpty()
        ? groups.answer(call).map(reply -> withRoles(reply, wanted))
        : Optional.of(errors.reply());
  }

  private Reply withRoles(Reply reply, JsonNode wanted) {
    if (!(reply.body().path("group") instanceof ObjectNode stored)) {
      return reply;
    }
    ObjectNode group = stored.deepCopy();
    ArrayNode given = group.putArray("roles");
    wanted.forEach(id -> roles().filter(role -> hasId(role, id.asString(""))).forEach(given::add));
    store.groups.put(group);
    return Reply.ok("group", group);
  }

  private Stream<JsonNode> roles() {
    return store.applications.all().stream().flatMap(each -> each.path("roles").valueStream());
  }

  private static boolean hasId(JsonNode role, String id) {
    return role.path("id").asString("").equalsIgnoreCase(id);
  }
}
