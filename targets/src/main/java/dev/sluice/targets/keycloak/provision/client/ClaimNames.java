package dev.sluice.targets.keycloak.provision.client;

import dev.sluice.api.pool.SchemaAttribute;
import dev.sluice.api.target.provision.ProvisionRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the pool calls what Keycloak calls otherwise.
 *
 * @param attributes from the name of a claim to that of the attribute
 * @param groups from a group's path to its name, where the last part of the path is not it
 * @param generatedUsernames whether usernames are ids that the pool made
 */
record ClaimNames(
    Map<String, String> attributes, Map<String, String> groups, boolean generatedUsernames) {
  /** Besides the custom ones; the others are fields of Keycloak's. */
  private static final Set<String> STANDARD =
      Set.of(
          "name",
          "middle_name",
          "nickname",
          "preferred_username",
          "profile",
          "picture",
          "website",
          "gender",
          "birthdate",
          "zoneinfo",
          "locale",
          "address",
          "updated_at");

  static ClaimNames of(ProvisionRequest request) {
    Map<String, String> attributes = new TreeMap<>();
    for (SchemaAttribute attribute : request.pool().schema()) {
      @Nullable String here = request.names().attributes().get(attribute.name());
      if (here != null && (attribute.custom() || STANDARD.contains(attribute.name()))) {
        attributes.put(attribute.name(), here);
      }
    }
    Map<String, String> groups = new TreeMap<>();
    request
        .names()
        .groupPaths()
        .forEach((name, path) -> {
          String full = path.startsWith("/") ? path : "/" + path;
          if (!full.substring(full.lastIndexOf('/') + 1).equals(name)) {
            groups.put(full, name);
          }
        });
    return new ClaimNames(
        attributes, groups, !request.pool().signIn().usernameAttributes().isEmpty());
  }

  void writeTo(ObjectNode config) {
    config.put("attributes", pairs(attributes));
    config.put("groups", pairs(groups));
    config.put("generated.usernames", String.valueOf(generatedUsernames));
  }

  /** Whether a mapper has these names; its other settings are the owner's. */
  boolean areIn(JsonNode mapper) {
    ObjectNode wanted = JsonMapper.shared().createObjectNode();
    writeTo(wanted);
    return wanted.properties().stream()
        .allMatch(setting ->
            mapper
                .path("config")
                .path(setting.getKey())
                .asString("")
                .equals(setting.getValue().asString("")));
  }

  /** As Keycloak keeps a map in a setting. */
  private static String pairs(Map<String, String> map) {
    ArrayNode pairs = JsonMapper.shared().createArrayNode();
    map.forEach((key, value) -> pairs.addObject().put("key", key).put("value", value));
    return pairs.toString();
  }
}
