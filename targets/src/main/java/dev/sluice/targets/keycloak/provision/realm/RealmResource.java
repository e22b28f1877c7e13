package dev.sluice.targets.keycloak.provision.realm;

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
    return answer.missing() ? Optional.empty() : Optional.of((ObjectNode) answer.expectOk().body());
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
