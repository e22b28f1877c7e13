package dev.sluice.targets.fusionauth.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * FusionAuth's errors for a request. Its documents ("API errors") list the errors of fields by the
 * fields' names; its OpenAPI description has them in a list. Both forms are read.
 *
 * @param errors each with its field, empty if it is about none
 */
public record FusionAuthErrors(List<FieldError> errors) {

  /**
   * One error.
   *
   * @param field such as {@code user.email}; empty if the error is about the whole request
   */
  public record FieldError(String field, String code, String message) {
    /** Tells whether it is about this property of a user, with or without an index. */
    public boolean isAbout(String property) {
      return field.replaceFirst("\\[\\d+]$", "").endsWith("." + property);
    }

    public boolean isDuplicate() {
      return code.contains("[duplicate]");
    }

    /** Returns the message for people; the code if there is no text. */
    String told() {
      String text = message.isBlank() ? code : message;
      return field.isEmpty() || text.contains(field) ? text : field + ": " + text;
    }
  }

  /** Tells whether a body has FusionAuth's format of errors. */
  static boolean areIn(JsonNode body) {
    return body.has("generalErrors") || body.has("fieldErrors");
  }

  public static FusionAuthErrors read(JsonNode body) {
    List<FieldError> errors = new ArrayList<>();
    body.path("generalErrors").forEach(error -> errors.add(error("", error)));
    JsonNode fields = body.path("fieldErrors");
    if (fields.isArray()) {
      fields.forEach(error -> errors.add(error(fieldOf(error), error)));
    } else {
      for (Map.Entry<String, JsonNode> field : fields.properties()) {
        field.getValue().forEach(error -> errors.add(error(field.getKey(), error)));
      }
    }
    return new FusionAuthErrors(List.copyOf(errors));
  }

  private static FieldError error(String field, JsonNode error) {
    return new FieldError(
        field, error.path("code").asString(""), error.path("message").asString(""));
  }

  /** A code is made of what is wrong, in brackets, and the field. */
  private static String fieldOf(JsonNode error) {
    String code = error.path("code").asString("");
    return code.substring(code.indexOf(']') + 1);
  }

  /** Returns all errors as text; empty if there are none. */
  String told() {
    return errors.stream()
        .map(FieldError::told)
        .filter(text -> !text.isBlank())
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
