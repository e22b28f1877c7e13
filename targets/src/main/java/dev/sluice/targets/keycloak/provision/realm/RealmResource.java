package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.api.target.TargetException;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.provision.TargetResource;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the realm itself. */
public record RealmResource(KeycloakApi api) implements TargetResource {

  @Override
  public Optional<ObjectNode> find(String name) throws TroubleException {
    Answer answer = api.get(api.realm(""));
    if (answer.missing()) {
      return Optional.empty();
    }
    ObjectNode realm = (ObjectNode) answer.expectOk().body();
    String there = realm.path("realm").asString(name);
    if (!there.equals(name)) {
      throw new TargetException(
          "Keycloak has the realm \"%s\", which its database takes for \"%s\". Write the name of"
                  .formatted(there, name)
              + " that realm exactly in target.keycloak.realm, or choose another one.");
    }
    return Optional.of(realm);
  }

  @Override
  public void create(ObjectNode fresh) throws TroubleException {
    Answer answer = api.post("/admin/realms", fresh);
    if (!answer.conflict()) {
      answer.expectOk();
    }
  }

  @Override
  public void change(ObjectNode found, ObjectNode merged) throws TroubleException {
    ObjectNode changed = JsonMapper.shared().createObjectNode();
    merged.properties().stream()
        .filter(each -> !each.getValue().equals(found.path(each.getKey())))
        .forEach(each -> changed.set(each.getKey(), each.getValue()));
    api.put(api.realm(""), changed).expectOk();
  }
}
