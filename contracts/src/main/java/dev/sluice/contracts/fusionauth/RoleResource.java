package dev.sluice.contracts.fusionauth;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/application/{applicationId}/role}: the roles that an application knows. */
final class RoleResource implements Resource {
  private final Store store;

  RoleResource(Store store) {
    this.store = store;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    if (!call.segment(0).equals("application") || !call.segment(2).equals("role")) {
      return Optional.empty();
    }
    Optional<ObjectNode> application = store.applications.find(call.segment(1));
    if (application.isEmpty()) {
      return Optional.of(Reply.missing());
    }
    String id = call.segment(3);
    return switch (call.method()) {
      case "POST" -> Optional.of(add(call, application.get(), id.isEmpty() ? Ids.fresh() : id));
      case "DELETE" -> Optional.of(remove(application.get(), id));
      default -> Optional.empty();
    };
  }

  private Reply add(Call call, ObjectNode application, String id) {
    if (!(call.body().path("role") instanceof ObjectNode sent)) {
      return new Errors().missing("role").reply();
    }
    String name = sent.path("name").asString("");
    Errors errors = new Errors();
    if (name.isBlank()) {
      errors.missing("role.name");
    }
    if (application
        .path("roles")
        .valueStream()
        .anyMatch(role -> role.path("name").asString("").equalsIgnoreCase(name))) {
      errors.duplicate("role.name", "Role", "name", name);
    }
    if (!errors.isEmpty()) {
      return errors.reply();
    }
    ObjectNode role = sent.deepCopy().put("id", id);
    ArrayNode roles =
        application.path("roles") instanceof ArrayNode there
            ? there
            : application.putArray("roles");
    roles.add(role);
    store.applications.put(application);
    return Reply.ok("role", role);
  }

  private Reply remove(ObjectNode application, String id) {
    ArrayNode left = JsonMapper.shared().createArrayNode();
    JsonNode roles = application.path("roles");
    roles.valueStream().filter(role -> !role.path("id").asString("").equals(id)).forEach(left::add);
    application.set("roles", left);
    store.applications.put(application);
    return left.size() == roles.size() ? Reply.missing() : Reply.of(200);
  }
}
