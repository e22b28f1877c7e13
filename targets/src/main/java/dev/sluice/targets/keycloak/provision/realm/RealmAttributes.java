package dev.sluice.targets.keycloak.provision.realm;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A realm's attributes. Keycloak drops attributes that a change omits, so all are written. */
public record RealmAttributes(Map<String, String> values) {

  public static RealmAttributes of(JsonNode realm) {
    Map<String, String> values = new TreeMap<>();
    realm.path("attributes").forEachEntry((name, value) -> values.put(name, value.asString("")));
    return new RealmAttributes(values);
  }

  public RealmAttributes with(String name, String value) {
    Map<String, String> all = new TreeMap<>(values);
    all.put(name, value);
    return new RealmAttributes(all);
  }

  public RealmAttributes without(Predicate<String> names) {
    Map<String, String> left = new TreeMap<>(values);
    left.keySet().removeIf(names);
    return new RealmAttributes(left);
  }

  public void addTo(ObjectNode changes) {
    ObjectNode attributes = changes.putObject("attributes");
    values.forEach(attributes::put);
  }
}
