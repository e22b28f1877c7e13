package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.SchemaAttribute;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Keycloak's sign-up asks for: what the pool's sign-up asks for, and nothing else. Attributes
 * that the pool does not require are shown only to clients with a certain scope, which is the
 * account console. Those that it requires are demanded by our extension at sign-up alone, because
 * Keycloak itself would demand them at every login, also of users who never had them.
 */
final class SignUpFields {
  /** The client scope without which optional attributes are not shown. */
  static final String SCOPE = "not-at-sign-up";

  /** The annotation that our extension reads. */
  static final String ANNOTATION = "sluice.sign-up";

  /** Keycloak's own attributes by the pool's. */
  private static final Map<String, String> OWN =
      Map.of("email", "email", "given_name", "firstName", "family_name", "lastName");

  private SignUpFields() {}

  /** Declares whether sign-up asks for an attribute that users may write. */
  static void declare(ObjectNode attribute, boolean required) {
    if (required) {
      attribute.withObject("/annotations").put(ANNOTATION, "required");
    } else {
      attribute.withObject("/selector").putArray("scopes").add(SCOPE);
    }
  }

  /** Tells whether Keycloak's own attributes are asked for as in the pool. */
  static boolean areIn(JsonNode profile, PoolInventory pool) {
    return profile
        .path("attributes")
        .valueStream()
        .allMatch(attribute ->
            required(attribute, pool)
                .map(required -> isDeclared(attribute, required))
                .orElse(true));
  }

  /** Declares for Keycloak's own attributes whether sign-up asks for them. */
  static void declareOwn(JsonNode profile, PoolInventory pool) {
    for (JsonNode attribute : profile.path("attributes")) {
      Optional<Boolean> required = required(attribute, pool);
      if (required.isPresent()) {
        ObjectNode changed = (ObjectNode) attribute;
        changed.remove("selector");
        changed.withObject("/annotations").remove(ANNOTATION);
        if (required.get() || !isEmail(attribute)) {
          declare(changed, required.get());
        }
      }
    }
  }

  private static boolean isDeclared(JsonNode attribute, boolean required) {
    boolean annotated = attribute.path("annotations").has(ANNOTATION);
    boolean hidden =
        attribute
            .path("selector")
            .path("scopes")
            .valueStream()
            .anyMatch(scope -> scope.asString("").equals(SCOPE));
    return annotated == required && hidden == (!required && !isEmail(attribute));
  }

  /** Keycloak always shows the email address. */
  private static boolean isEmail(JsonNode attribute) {
    return attribute.path("name").asString("").equals("email");
  }

  /** Returns whether the pool requires one of Keycloak's own attributes; empty for others. */
  private static Optional<Boolean> required(JsonNode attribute, PoolInventory pool) {
    return OWN.entrySet().stream()
        .filter(own -> own.getValue().equals(attribute.path("name").asString("")))
        .findFirst()
        .map(own ->
            pool.schema().stream()
                .filter(schema -> schema.name().equals(own.getKey()))
                .anyMatch(SchemaAttribute::required));
  }
}
