package dev.sluice.contracts.fusionauth.store;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What PATCH with {@code application/json} does: objects are merged, null removes, and the values
 * of a list are added to those that are there (FusionAuth's documents, "known limitation").
 */
public final class Patch {
  private Patch() {}

  public static ObjectNode of(ObjectNode there, JsonNode changes) {
    ObjectNode merged = there.deepCopy();
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      apply(merged, change.getKey(), change.getValue());
    }
    return merged;
  }

  private static void apply(ObjectNode merged, String name, JsonNode value) {
    JsonNode there = merged.path(name);
    if (value.isNull()) {
      merged.remove(name);
    } else if (value.isObject() && there instanceof ObjectNode below) {
      merged.set(name, of(below, value));
    } else if (value.isArray() && there instanceof ArrayNode list) {
      ArrayNode longer = list.deepCopy();
      value.forEach(longer::add);
      merged.set(name, longer);
    } else {
      merged.set(name, value.deepCopy());
    }
  }
}
