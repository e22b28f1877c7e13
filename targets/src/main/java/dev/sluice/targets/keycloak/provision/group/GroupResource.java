package dev.sluice.targets.keycloak.provision.group;

import dev.sluice.api.user.GroupPath;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.NameClash;
import dev.sluice.targets.provision.TargetResource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the realm's groups by path; missing parents are created too. Groups are found by
 * their names and then by their ids, because no address of Keycloak's takes every path.
 */
public record GroupResource(KeycloakApi api) implements TargetResource {
  private static final String PATH = "path";
  private static final String GROUPS = "/groups";

  @Override
  public Optional<ObjectNode> find(String path) throws TroubleException {
    Optional<String> id = idOf(GroupPath.names(path));
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of((ObjectNode) api.get(api.realm(at(id.get()))).expectOk().body());
  }

  private Optional<String> idOf(List<String> names) throws TroubleException {
    Optional<String> found = Optional.empty();
    for (String name : names) {
      found = found.isEmpty() ? top(name) : child(found.get(), name);
      if (found.isEmpty()) {
        return found;
      }
    }
    return found;
  }

  private Optional<String> top(String name) throws TroubleException {
    return named(name, GROUPS + "?populateHierarchy=false&");
  }

  private Optional<String> child(String parent, String name) throws TroubleException {
    return named(name, at(parent) + "/children?max=" + Integer.MAX_VALUE + "&");
  }

  /** Returns the id of the group with exactly this name; databases may ignore case and accents. */
  private Optional<String> named(String name, String path) throws TroubleException {
    String query = "exact=true&subGroupsCount=false&search=" + UrlPath.encode(name);
    boolean top = path.startsWith(GROUPS + "?");
    return api.get(api.realm(path + query))
        .expectOk()
        .body()
        .valueStream()
        .filter(group -> group.path("name").asString("").equals(name))
        .filter(group -> !top || group.path("parentId").asString("").isBlank())
        .map(group -> group.path("id").asString(""))
        .findFirst();
  }

  @Override
  public void create(ObjectNode fresh) throws TroubleException {
    ObjectNode group = fresh.deepCopy();
    JsonNode path = group.remove(PATH);
    make(GroupPath.names(path.asString("")), group);
  }

  private void make(List<String> names, ObjectNode group) throws TroubleException {
    group.put("name", names.getLast());
    List<String> above = names.subList(0, names.size() - 1);
    String under = above.isEmpty() ? GROUPS : at(madeIdOf(above)) + "/children";
    Answer answer = api.post(api.realm(under), group);
    String path = GroupPath.of(names);
    NameClash.expectCreated(
        answer, "group " + path, answer.conflict() ? find(path) : Optional.empty());
  }

  private String madeIdOf(List<String> names) throws TroubleException {
    Optional<String> found = idOf(names);
    if (found.isEmpty()) {
      make(names, JsonMapper.shared().createObjectNode());
      found = idOf(names);
    }
    return found.orElse("");
  }

  @Override
  public void change(ObjectNode found, ObjectNode merged) throws TroubleException {
    api.put(api.realm(at(found.path("id").asString(""))), merged).expectOk();
  }

  private static String at(String id) {
    return GROUPS + "/" + UrlPath.encode(id);
  }

  /**
   * Tells whether a group has only a name, as an import creates it; additions overwrite nothing.
   */
  @Override
  public boolean isBare(ObjectNode found) {
    return found.path("attributes").isEmpty();
  }
}
