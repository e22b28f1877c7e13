package dev.sluice.rehearsal.pool.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A caller's request.
 *
 * @param region the Region that the request was signed for; empty for unsigned requests
 */
public record Call(String operation, JsonNode body, Optional<String> region) {

  /** Returns a text that has to be there. */
  public String text(String field) {
    return optional(field).orElseThrow(() -> missing(field));
  }

  /** Returns a text that may be missing. */
  public Optional<String> optional(String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw CognitoError.of(
          "SerializationException", "The field " + field + " has to be a string.");
    }
    return Optional.of(value.stringValue());
  }

  public boolean flag(String field) {
    return body.path(field).asBoolean(false);
  }

  /** Returns a page's size: 0, or leaving it out, requests the largest page. */
  public int limit(String field, int most) {
    int limit = body.path(field).asInt(most);
    if (limit > most || limit < 0) {
      throw CognitoError.invalidParameter(
          "1 validation error detected: Value '%d' at '%s' failed to satisfy constraint: Member must have value %s"
              .formatted(
                  limit,
                  wireName(field),
                  limit < 0 ? "greater than or equal to 0" : "less than or equal to " + most));
    }
    return limit == 0 ? most : limit;
  }

  /** Returns a map of texts, for example AuthParameters. */
  public Map<String, String> texts(String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    body.path(field).properties().forEach(e -> texts.put(e.getKey(), e.getValue().asString("")));
    return texts;
  }

  /** Returns a list of names and values, for example UserAttributes. */
  public Map<String, String> attributes(String field) {
    Map<String, String> attributes = new LinkedHashMap<>();
    elements(field)
        .forEach(pair ->
            attributes.put(pair.path("Name").asString(""), pair.path("Value").asString("")));
    return attributes;
  }

  public List<String> list(String field) {
    return elements(field).map(element -> element.asString("")).toList();
  }

  private Stream<JsonNode> elements(String field) {
    return body.path(field).valueStream();
  }

  private static CognitoError missing(String field) {
    return CognitoError.invalidParameter(
        "1 validation error detected: Value at '%s' failed to satisfy constraint: Member must not be null"
            .formatted(wireName(field)));
  }

  private static String wireName(String field) {
    return Character.toLowerCase(field.charAt(0)) + field.substring(1);
  }
}
