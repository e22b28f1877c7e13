package dev.sluice.contracts.fusionauth.wire;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the vendor's description say what the vendor's documents do. FusionAuth silently drops
 * fields that it does not know, so that a typo would pass: here no object may have a field that is
 * not described.
 *
 * <p>The description is generated from Java classes and is wrong in a few places. What is in {@code
 * data} may be of any type there; errors of fields, and members of groups, are given by name ("API
 * errors", "Add users to a group"); a Generic Connector has more fields than the class that all
 * connectors share; the type of a login is a text; the pattern of time zones has lost its
 * backslashes; and for identity providers it neither tells the kinds apart nor says that they can
 * be enabled.
 */
final class Strictness {
  private static final String[] GENERIC_CONNECTOR = {
    "authenticationURL",
    "connectTimeout",
    "readTimeout",
    "headers",
    "httpAuthenticationUsername",
    "httpAuthenticationPassword",
    "sslCertificateKeyId"
  };

  private Strictness() {}

  static ObjectNode of(ObjectNode description) {
    ObjectNode strict = description.deepCopy();
    ObjectNode schemas = (ObjectNode) strict.at("/components/schemas");
    correct(schemas);
    close(strict);
    return strict;
  }

  private static void correct(ObjectNode schemas) {
    lists(schemas, "Errors", "fieldErrors", "Error");
    lists(schemas, "MemberRequest", "members", "GroupMember");
    lists(schemas, "MemberResponse", "members", "GroupMember");
    ObjectNode byId = (ObjectNode) schemas.at("/MemberDeleteRequest/properties");
    byId.set("members", any());
    schemas.set("IdentityType", text());
    schemas.set("ZoneId", text());
    ObjectNode connector = (ObjectNode) schemas.at("/BaseConnectorConfiguration/properties");
    for (String field : GENERIC_CONNECTOR) {
      connector.set(field, any());
    }
    tellProvidersApart(schemas);
  }

  /**
   * Returns the type's name: the discriminator writes {@code OpenIdConnect}, the type itself {@code
   * OpenIDConnect}.
   */
  private static String typeName(ObjectNode schemas, String kind) {
    return schemas
        .at("/IdentityProviderType/enum")
        .valueStream()
        .map(type -> type.asString(""))
        .filter(kind::equalsIgnoreCase)
        .findFirst()
        .orElse(kind);
  }

  /** Tells providers apart: each kind accepts its own type alone; a PATCH names none. */
  private static void tellProvidersApart(ObjectNode schemas) {
    ObjectNode providers = (ObjectNode) schemas.path("IdentityProviderField");
    providers
        .path("discriminator")
        .path("mapping")
        .properties()
        .forEach(kind -> {
          String name = kind.getValue().asString("").replaceFirst(".*/", "");
          ObjectNode type = JsonMapper.shared().createObjectNode().put("type", "string");
          type.putArray("enum").add(typeName(schemas, kind.getKey()));
          ObjectNode fields = (ObjectNode) schemas.at("/" + name + "/properties");
          fields.set("type", type);
          canBeEnabled(fields);
        });
    schemas
        .propertyStream()
        .filter(schema -> schema.getKey().endsWith("ApplicationConfiguration"))
        .forEach(schema -> canBeEnabled((ObjectNode) schema.getValue().path("properties")));
    providers.set("anyOf", providers.remove("oneOf"));
    providers.remove("discriminator");
  }

  private static void canBeEnabled(ObjectNode fields) {
    fields.putObject("enabled").put("type", "boolean");
  }

  private static void lists(ObjectNode schemas, String type, String field, String of) {
    ObjectNode list = JsonMapper.shared().createObjectNode().put("type", "array");
    list.putObject("items").put("$ref", "#/components/schemas/" + of);
    ObjectNode byName = JsonMapper.shared().createObjectNode().put("type", "object");
    byName.set("additionalProperties", list);
    ((ObjectNode) schemas.at("/" + type + "/properties")).set(field, byName);
  }

  private static ObjectNode text() {
    return JsonMapper.shared().createObjectNode().put("type", "string");
  }

  private static ObjectNode any() {
    return JsonMapper.shared().createObjectNode();
  }

  private static void close(JsonNode node) {
    if (node instanceof ArrayNode list) {
      list.forEach(Strictness::close);
    } else if (node instanceof ObjectNode schema) {
      schema.forEach(Strictness::close);
      boolean described = schema.path("properties").isObject() && schema.path("type").isString();
      if (described && !schema.has("additionalProperties")) {
        schema.put("additionalProperties", false);
      }
      JsonNode rest = schema.path("additionalProperties");
      if (rest.isObject() && rest.size() == 1 && rest.path("type").asString("").equals("object")) {
        schema.set("additionalProperties", any());
      }
    }
  }
}
