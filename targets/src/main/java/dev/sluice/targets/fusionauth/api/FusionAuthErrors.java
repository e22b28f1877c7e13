package dev.sluice.targets.fusionauth.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What FusionAuth says is wrong with a request. Its documents ("API errors") have the errors of
 * fields by the fields' names; its OpenAPI description has them in a list. Both are read.
 *
 * @param errors each with the field that it is about, empty where it is about none
 */
public record FusionAuthErrors(List<FieldError> errors) {

  /**
   * One thing that is wrong.
   *
   * @param field such as {@code user.email}; empty where the whole request is meant
   */
  public record FieldError(String field, String code, String message) {
    /** Whether it is about this property of a user, with or without a place. */
    public boolean isAbout(String property) {
      return field.replaceFirst("\\[\\d+]$", "").endsWith("." + property);
    }

    public boolean isDuplicate() {
      return code.contains("[duplicate]");
    }

    /** For a person; the code where there is no text. */
    String told() {
      String text = message.isBlank() ? code : message;
      return field.isEmpty() || text.contains(field) ? text : field + ": " + text;
    }
  }

  /** Whether this is how FusionAuth says what is wrong. */
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

  /** Everything that is wrong, for a person; empty where nothing was said. */
  String told() {
    return errors.stream()
        .map(FieldError::told)
        .filter(text -> !text.isBlank())
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
