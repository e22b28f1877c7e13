package dev.sluice.targets.keycloak.provision.realm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The demands of Keycloak's own attributes that a user pool does not have: names and an email
 * address, at least three characters of one script in a username, no {@code <>&"} in names, and
 * only the most usual of email addresses.
 */
final class ProfileDemand {
  private static final Set<String> OPTIONAL = Set.of("email", "firstName", "lastName");
  private static final String EMAIL = "email";

  /** Whatever a pool calls an address; Keycloak's own rule knows fewer. */
  private static final String ANY_ADDRESS = "^.+@.+$";

  private static final Map<String, List<String>> VALIDATIONS =
      Map.of(
          "email", List.of(EMAIL),
          "username", List.of("username-prohibited-characters", "up-username-not-idn-homograph"),
          "firstName", List.of("person-name-prohibited-characters"),
          "lastName", List.of("person-name-prohibited-characters"));

  private ProfileDemand() {}

  static boolean isIn(JsonNode attribute) {
    String name = attribute.path("name").asString("");
    JsonNode validations = attribute.path("validations");
    return (OPTIONAL.contains(name) && attribute.has("required"))
        || VALIDATIONS.getOrDefault(name, List.of()).stream().anyMatch(validations::has)
        || (name.equals("username") && validations.path("length").path("min").asInt(0) > 1);
  }

  static void drop(JsonNode attribute) {
    if (!isIn(attribute)) {
      return;
    }
    String name = attribute.path("name").asString("");
    if (OPTIONAL.contains(name)) {
      ((ObjectNode) attribute).remove("required");
    }
    if (attribute.path("validations") instanceof ObjectNode validations) {
      validations.remove(VALIDATIONS.getOrDefault(name, List.of()));
      if (name.equals(EMAIL) && !validations.has("pattern")) {
        validations
            .putObject("pattern")
            .put("pattern", ANY_ADDRESS)
            .put("error-message", "error-invalid-email");
      }
      if (name.equals("username") && validations.path("length") instanceof ObjectNode length) {
        length.put("min", 1);
      }
    }
  }
}
