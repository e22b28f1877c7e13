package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.api.pool.SchemaAttribute;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.targets.provision.OwnershipTag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Translates the pool's schema of an attribute into a declaration in the realm's user profile. */
final class AttributeRules {
  // Cognito's own limit (developer guide, quotas): 2,048 bytes a value.
  private static final int LONGEST = 2048;

  private final ProvisionRequest request;

  AttributeRules(ProvisionRequest request) {
    this.request = request;
  }

  /** Returns the pool's attribute that has this name at the target. */
  Optional<SchemaAttribute> of(String nameAtTarget) {
    return request.pool().schema().stream()
        .filter(each -> request.names().attribute(each.name()).orElse("").equals(nameAtTarget))
        .findFirst();
  }

  /** Returns the declaration of an attribute in the schema. */
  ObjectNode declaration(String name, SchemaAttribute schema) {
    ObjectNode declared = JsonMapper.shared().createObjectNode();
    declared.put("name", name).put("displayName", name);
    boolean writable = writable(schema);
    ObjectNode permissions = declared.putObject("permissions");
    who(permissions.putArray("view"), writable || readable(schema));
    who(permissions.putArray("edit"), writable);
    validations(declared.putObject("validations"), schema);
    declared.putObject("annotations").put(OwnershipTag.FROM, request.pool().pool().id());
    if (writable) {
      SignUpFields.declare(declared, schema.required());
    }
    return declared;
  }

  List<String> lost(String name, SchemaAttribute schema) {
    List<String> lost = new ArrayList<>();
    if (!schema.mutable()) {
      lost.add(name + " is immutable in the pool; here administrators may change it");
    }
    if (schema.type().equals("DateTime")) {
      lost.add(name + " is a date in the pool; here it is free text");
    }
    if (schema.required() && !writable(schema)) {
      lost.add(name + " is required in the pool; here it is not, because users cannot write it");
    }
    return lost;
  }

  private static void validations(ObjectNode validations, SchemaAttribute schema) {
    switch (schema.type()) {
      case "Number" -> bounds(validations.putObject("double"), schema);
      case "Boolean" ->
          // Applications write them in any case of letters.
          validations.putObject("pattern").put("pattern", "(?i)^(true|false)$");
      default -> {
        ObjectNode length = validations.putObject("length");
        bounds(length, schema);
        if (schema.max() == null) {
          length.put("max", LONGEST);
        }
      }
    }
  }

  private static void bounds(ObjectNode validation, SchemaAttribute schema) {
    put(validation, "min", schema.min());
    put(validation, "max", schema.max());
  }

  private static void put(ObjectNode validation, String name, @Nullable String bound) {
    if (bound != null) {
      validation.put(name, new BigDecimal(bound));
    }
  }

  private boolean writable(SchemaAttribute schema) {
    return schema.mutable()
        && !schema.developerOnly()
        && !isLogin(schema)
        && someClient(schema, AppClient::writeAttributes);
  }

  /** Tells whether it is a login, which Keycloak would let two users have: neither could log in. */
  private boolean isLogin(SchemaAttribute schema) {
    return Logins.preferredUsername(request).isPresent()
        && Logins.preferredUsername(request).equals(request.names().attribute(schema.name()));
  }

  private boolean readable(SchemaAttribute schema) {
    return !schema.developerOnly() && someClient(schema, AppClient::readAttributes);
  }

  /**
   * Tells whether a client may access an attribute; one that lists none may access all standard
   * ones.
   */
  private boolean someClient(SchemaAttribute schema, Function<AppClient, List<String>> names) {
    return request.pool().clients().stream()
        .map(names)
        .anyMatch(list -> list.isEmpty() ? !schema.custom() : list.contains(schema.name()));
  }

  private static void who(ArrayNode roles, boolean users) {
    roles.add("admin");
    if (users) {
      roles.add("user");
    }
  }
}
