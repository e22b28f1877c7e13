package dev.sluice.targets.keycloak.provision.client;

import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.NameClash;
import dev.sluice.targets.provision.TargetResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the realm's clients. */
public record ClientResource(KeycloakApi api) implements TargetResource {
  private static final List<String> SCOPES = List.of("defaultClientScopes", "optionalClientScopes");

  @Override
  public Optional<ObjectNode> find(String name) throws TroubleException {
    return api.get(api.realm("/clients?clientId=" + UrlPath.encode(name)))
        .expectOk()
        .body()
        .valueStream()
        .filter(client -> client.path("clientId").asString("").equals(name))
        .map(ObjectNode.class::cast)
        .findFirst();
  }

  @Override
  public void create(ObjectNode fresh) throws TroubleException {
    Map<String, String> known = scopeIds();
    for (String field : SCOPES) {
      List<String> wanted = names(fresh.path(field));
      ArrayNode kept = fresh.putArray(field);
      wanted.stream().filter(known::containsKey).forEach(kept::add);
    }
    Answer answer = api.post(api.realm("/clients"), fresh);
    String name = fresh.path("clientId").asString("");
    NameClash.expectCreated(
        answer, "client " + name, answer.conflict() ? find(name) : Optional.empty());
  }

  @Override
  public void change(ObjectNode found, ObjectNode merged) throws TroubleException {
    String path = "/clients/" + UrlPath.encode(found.path("id").asString(""));
    api.put(api.realm(path), merged).expectOk();
    // An update of a client ignores its scopes.
    Map<String, String> known = scopeIds();
    move(found, merged, path, known, "optional", "default");
    move(found, merged, path, known, "default", "optional");
  }

  /** Adds client scopes as {@code to} and removes those that the client has as {@code from}. */
  private void move(
      ObjectNode found,
      ObjectNode merged,
      String path,
      Map<String, String> known,
      String from,
      String to)
      throws TroubleException {
    List<String> there = names(found.path(to + "ClientScopes"));
    for (String name : names(merged.path(to + "ClientScopes"))) {
      String id = known.get(name);
      if (id == null || there.contains(name)) {
        continue;
      }
      if (names(found.path(from + "ClientScopes")).contains(name)) {
        api.delete(api.realm(path + "/" + from + "-client-scopes/" + id)).expectOk();
      }
      ObjectNode nothing = JsonMapper.shared().createObjectNode();
      api.put(api.realm(path + "/" + to + "-client-scopes/" + id), nothing).expectOk();
    }
  }

  private Map<String, String> scopeIds() throws TroubleException {
    return api.get(api.realm("/client-scopes"))
        .expectOk()
        .body()
        .valueStream()
        .collect(
            Collectors.toMap(
                scope -> scope.path("name").asString(""),
                scope -> UrlPath.encode(scope.path("id").asString(""))));
  }

  private static List<String> names(JsonNode list) {
    return list.valueStream().map(each -> each.asString("")).toList();
  }
}
