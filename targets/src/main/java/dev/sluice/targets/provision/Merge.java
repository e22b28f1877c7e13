package dev.sluice.targets.provision;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Merges a desired object over an existing one. */
final class Merge {
  private Merge() {}

  /** Returns {@code below} with the values of {@code above} over it. */
  static ObjectNode of(ObjectNode below, ObjectNode above, ObjectRules rules) {
    ObjectNode merged = below.deepCopy();
    above.properties().forEach(each -> put(merged, each.getKey(), each.getValue(), rules));
    return merged;
  }

  private static void put(ObjectNode merged, String name, JsonNode value, ObjectRules rules) {
    if (value instanceof ObjectNode inner && merged.path(name) instanceof ObjectNode under) {
      merged.set(name, of(under, inner, rules));
    } else if (rules.growing().contains(name) && merged.path(name) instanceof ArrayNode some) {
      Map<String, JsonNode> union = new LinkedHashMap<>();
      some.forEach(each -> union.put(each.asString(""), each));
      value.forEach(each -> union.put(each.asString(""), each));
      ArrayNode both = merged.putArray(name);
      union.values().forEach(both::add);
    } else {
      merged.set(name, value.deepCopy());
    }
  }
}
