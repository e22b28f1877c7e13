package dev.sluice.targets.keycloak.provision.group;

import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.NameClash;
import dev.sluice.targets.provision.TargetResource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the realm's groups by path; missing parents are created too. */
public record GroupResource(KeycloakApi api) implements TargetResource {
  private static final String PATH = "path";

  @Override
  public Optional<ObjectNode> find(String name) throws TroubleException {
    String encoded =
        Arrays.stream(name.substring(1).split("/", -1))
            .map(UrlPath::encode)
            .collect(Collectors.joining("/"));
    Answer answer = api.get(api.realm("/group-by-path/" + encoded));
    return answer.missing()
        ? Optional.empty()
        : Optional.of((ObjectNode) answer.expectOk().body())
            .filter(group -> group.path(PATH).asString("").equals(name));
  }

  @Override
  public void create(ObjectNode fresh) throws TroubleException {
    String path = fresh.path(PATH).asString("");
    ObjectNode group = fresh.deepCopy();
    group.remove(PATH);
    make(path, group);
  }

  private void make(String path, ObjectNode group) throws TroubleException {
    int slash = path.lastIndexOf('/');
    group.put("name", path.substring(slash + 1));
    String under = "/groups";
    if (slash > 0) {
      under = "/groups/" + UrlPath.encode(idOf(path.substring(0, slash))) + "/children";
    }
    Answer answer = api.post(api.realm(under), group);
    NameClash.expectCreated(
        answer, "group " + path, answer.conflict() ? find(path) : Optional.empty());
  }

  private String idOf(String path) throws TroubleException {
    Optional<ObjectNode> found = find(path);
    if (found.isEmpty()) {
      make(path, JsonMapper.shared().createObjectNode());
      found = find(path);
    }
    return found.map(group -> group.path("id").asString("")).orElse("");
  }

  @Override
  public void change(ObjectNode found, ObjectNode merged) throws TroubleException {
    String id = UrlPath.encode(found.path("id").asString(""));
    api.put(api.realm("/groups/" + id), merged).expectOk();
  }

  /**
   * Tells whether a group has only a name, as an import creates it; additions overwrite nothing.
   */
  @Override
  public boolean isBare(ObjectNode found) {
    return found.path("attributes").isEmpty();
  }
}
