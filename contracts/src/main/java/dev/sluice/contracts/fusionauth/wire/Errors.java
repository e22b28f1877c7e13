package dev.sluice.contracts.fusionauth.wire;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a request, in FusionAuth's words ("API errors" in its documents). */
public final class Errors {
  private final ObjectNode body = JsonMapper.shared().createObjectNode();

  public boolean isEmpty() {
    return body.isEmpty();
  }

  Errors field(String field, String kind, String message) {
    ObjectNode fields = body.withObject("/fieldErrors");
    ArrayNode errors =
        fields.path(field) instanceof ArrayNode there ? there : fields.putArray(field);
    errors.addObject().put("code", "[" + kind + "]" + field).put("message", message);
    return this;
  }

  public Errors general(String code, String message) {
    ArrayNode errors =
        body.path("generalErrors") instanceof ArrayNode there
            ? there
            : body.putArray("generalErrors");
    errors.addObject().put("code", code).put("message", message);
    return this;
  }

  public Errors missing(String field) {
    return field(field, "missing", "You must specify the [" + field + "] property.");
  }

  public Errors duplicate(String field, String object, String property, String value) {
    return field(
        field,
        "duplicate",
        "A %s with %s = [%s] already exists.".formatted(object, property, value));
  }

  public Errors invalid(String field, String value) {
    return field(field, "invalid", "The [" + field + "] property is invalid: [" + value + "].");
  }

  public Reply reply() {
    return Reply.of(400, body);
  }

  public ObjectNode body() {
    return body;
  }
}
