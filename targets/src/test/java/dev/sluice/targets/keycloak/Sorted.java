package dev.sluice.targets.keycloak;

import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** JSON whose order means nothing, as text that can be compared. */
public final class Sorted {
  private Sorted() {}

  public static String text(JsonNode json) {
    if (json.isObject()) {
      TreeMap<String, String> fields = new TreeMap<>();
      json.forEachEntry((name, value) -> fields.put(name, text(value)));
      return fields.entrySet().stream()
          .map(field -> field.getKey() + ": " + field.getValue())
          .collect(Collectors.joining(",\n", "{", "}"));
    }
    return json.isArray()
        ? json.valueStream().map(Sorted::text).sorted().collect(Collectors.joining(",\n", "[", "]"))
        : json.toString();
  }
}
