package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Ids;
import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of object in the API.
 *
 * @param path after {@code /api}
 * @param field of requests and answers that carries one
 * @param plural field of answers that carries several
 * @param ofTenant whether each belongs to a tenant
 * @param uniqueName whether no two may have the same name
 * @param required texts that each needs, besides the name
 */
public record ObjectKind(
    List<String> path,
    String field,
    String plural,
    boolean ofTenant,
    boolean uniqueName,
    Set<String> required) {
  public static final ObjectKind TENANT =
      new ObjectKind(List.of("tenant"), "tenant", "tenants", false, true, Set.of());
  public static final ObjectKind APPLICATION =
      new ObjectKind(List.of("application"), "application", "applications", true, true, Set.of());
  static final ObjectKind GROUP =
      new ObjectKind(List.of("group"), "group", "groups", true, true, Set.of());
  public static final ObjectKind CONNECTOR =
      new ObjectKind(List.of("connector"), "connector", "connectors", false, true, Set.of("type"));
  public static final ObjectKind IDENTITY_PROVIDER =
      new ObjectKind(
          List.of("identity-provider"),
          "identityProvider",
          "identityProviders",
          false,
          true,
          Set.of("type"));
  public static final ObjectKind ENTITY_TYPE =
      new ObjectKind(List.of("entity", "type"), "entityType", "entityTypes", false, true, Set.of());
  public static final ObjectKind ENTITY =
      new ObjectKind(List.of("entity"), "entity", "entities", true, false, Set.of());
  public static final ObjectKind THEME =
      new ObjectKind(List.of("theme"), "theme", "themes", false, true, Set.of());

  /** Social providers, of which there is one each, have no name of their own. */
  private static final Set<String> NAMED_PROVIDERS = Set.of("OpenIDConnect", "SAMLv2");

  /** Returns what is wrong with an object that is to be stored. */
  Errors problems(Call call, ObjectNode object) {
    Errors errors = new Errors();
    if (!call.body().path(field).isObject()) {
      return errors.missing(field);
    }
    if (needsName(object) && object.path("name").asString("").isBlank()) {
      errors.missing(field + ".name");
    }
    required.stream()
        .filter(name -> object.path(name).asString("").isBlank())
        .forEach(name -> errors.missing(field + "." + name));
    return errors;
  }

  private boolean needsName(ObjectNode object) {
    return !this.equals(IDENTITY_PROVIDER)
        || NAMED_PROVIDERS.contains(object.path("type").asString(""));
  }

  /** Keeps what a change does not touch: parts have calls of their own. */
  void keepParts(ObjectNode before, ObjectNode after) {
    for (String parts : List.of("roles", "scopes", "permissions")) {
      boolean ours = this.equals(APPLICATION) || this.equals(ENTITY_TYPE);
      if (ours && before.has(parts) && !after.has(parts)) {
        after.set(parts, before.get(parts));
      }
    }
  }

  /** Adds what FusionAuth adds to an object by itself. */
  public void complete(ObjectNode object) {
    if (this.equals(APPLICATION)) {
      completeApplication(object);
    } else if (this.equals(TENANT) && !object.has("connectorPolicies")) {
      object.putArray("connectorPolicies").addObject().put("connectorId", Store.OWN_CONNECTOR);
    } else if (this.equals(IDENTITY_PROVIDER) && !needsName(object)) {
      object.set("name", object.path("type").deepCopy());
    } else if (this.equals(ENTITY)) {
      fill(object, "clientId", object.path("id").asString(""));
      fill(object, "clientSecret", Ids.fresh());
    } else if (this.equals(ENTITY_TYPE) && object.path("permissions") instanceof ArrayNode all) {
      all.forEach(each -> fill((ObjectNode) each, "id", Ids.fresh()));
    }
  }

  private static void completeApplication(ObjectNode application) {
    if (!application.has("active")) {
      application.put("active", true);
    }
    ObjectNode oauth = application.withObject("/oauthConfiguration");
    fill(oauth, "clientId", application.path("id").asString(""));
    fill(oauth, "clientSecret", Ids.fresh());
    if (application.path("roles") instanceof ArrayNode roles) {
      roles.forEach(role -> fill((ObjectNode) role, "id", Ids.fresh()));
    }
  }

  private static void fill(ObjectNode object, String name, String value) {
    JsonNode there = object.path(name);
    if (there.asString("").isBlank()) {
      object.put(name, value);
    }
  }
}
