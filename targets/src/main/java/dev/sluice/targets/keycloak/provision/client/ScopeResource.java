package dev.sluice.targets.keycloak.provision.client;

import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.NameClash;
import dev.sluice.targets.provision.TargetResource;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the realm's client scopes. */
public record ScopeResource(KeycloakApi api) implements TargetResource {

  @Override
  public Optional<ObjectNode> find(String name) throws TroubleException {
    return api.get(api.realm("/client-scopes"))
        .expectOk()
        .body()
        .valueStream()
        .filter(scope -> scope.path("name").asString("").equals(name))
        .map(ObjectNode.class::cast)
        .findFirst();
  }

  @Override
  public void create(ObjectNode fresh) throws TroubleException {
    Answer answer = api.post(api.realm("/client-scopes"), fresh);
    String name = fresh.path("name").asString("");
    NameClash.expectCreated(
        answer, "client scope " + name, answer.conflict() ? find(name) : Optional.empty());
  }

  @Override
  public void change(ObjectNode found, ObjectNode merged) throws TroubleException {
    String id = UrlPath.encode(found.path("id").asString(""));
    api.put(api.realm("/client-scopes/" + id), merged).expectOk();
  }
}
