package dev.sluice.targets.keycloak.provision.provider;

import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.NameClash;
import dev.sluice.targets.provision.TargetResource;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the realm's identity providers, each with its mappers by name. */
public record ProviderResource(KeycloakApi api) implements TargetResource {
  private static final String ALL = "/identity-provider/instances";
  private static final String MAPPERS = "mappers";

  @Override
  public Optional<ObjectNode> find(String name) throws TroubleException {
    Answer answer = api.get(path(name, ""));
    if (answer.missing()) {
      return Optional.empty();
    }
    ObjectNode provider = (ObjectNode) answer.expectOk().body();
    if (!alias(provider).equals(name)) {
      return Optional.empty();
    }
    ObjectNode mappers = provider.putObject(MAPPERS);
    api.get(path(name, "/mappers"))
        .expectOk()
        .body()
        .forEach(mapper -> mappers.set(mapper.path("name").asString(""), mapper));
    return Optional.of(provider);
  }

  @Override
  public void create(ObjectNode fresh) throws TroubleException {
    Answer answer = api.post(api.realm(ALL), withoutMappers(fresh));
    NameClash.expectCreated(
        answer,
        "identity provider " + alias(fresh),
        answer.conflict() ? find(alias(fresh)) : Optional.empty());
    if (!answer.conflict()) {
      writeMappers(fresh);
    }
  }

  @Override
  public void change(ObjectNode found, ObjectNode merged) throws TroubleException {
    api.put(path(alias(found), ""), withoutMappers(merged)).expectOk();
    writeMappers(merged);
  }

  private void writeMappers(ObjectNode provider) throws TroubleException {
    for (Map.Entry<String, JsonNode> each : provider.path(MAPPERS).properties()) {
      ObjectNode mapper = (ObjectNode) each.getValue().deepCopy();
      mapper.put("name", each.getKey()).put("identityProviderAlias", alias(provider));
      String id = mapper.path("id").asString("");
      if (id.isEmpty()) {
        api.post(path(alias(provider), "/mappers"), mapper).expectOk();
      } else {
        api.put(path(alias(provider), "/mappers/" + UrlPath.encode(id)), mapper).expectOk();
      }
    }
  }

  private String path(String alias, String rest) {
    return api.realm(ALL + "/" + UrlPath.encode(alias) + rest);
  }

  private static ObjectNode withoutMappers(ObjectNode provider) {
    ObjectNode alone = provider.deepCopy();
    alone.remove(MAPPERS);
    return alone;
  }

  private static String alias(JsonNode provider) {
    return provider.path("alias").asString("");
  }
}
