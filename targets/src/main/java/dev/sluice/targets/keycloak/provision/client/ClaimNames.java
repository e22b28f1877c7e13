package dev.sluice.targets.keycloak.provision.client;

import dev.sluice.api.pool.SchemaAttribute;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.user.GroupPath;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Maps Keycloak's names to the pool's names for claims and groups.
 *
 * @param attributes maps the name of a claim to that of the attribute
 * @param groups maps a group's path to its name, if that is not the last part of the path
 * @param generatedUsernames whether usernames are ids that the pool generated
 */
record ClaimNames(
    Map<String, String> attributes, Map<String, String> groups, boolean generatedUsernames) {
  /** The standard claims that are attributes in Keycloak; the others are its own fields. */
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
          if (!GroupPath.names(path).getLast().equals(name)) {
            groups.put(GroupPath.normal(path), name);
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

  /** Tells whether a mapper has these names; its other settings belong to the owner. */
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

  /** Formats a map as Keycloak stores it in a setting. */
  private static String pairs(Map<String, String> map) {
    ArrayNode pairs = JsonMapper.shared().createArrayNode();
    map.forEach((key, value) -> pairs.addObject().put("key", key).put("value", value));
    return pairs.toString();
  }
}
