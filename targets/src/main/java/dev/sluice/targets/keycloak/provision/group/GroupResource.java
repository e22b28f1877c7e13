package dev.sluice.targets.keycloak.provision.group;

import dev.sluice.api.user.GroupPath;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.NameClash;
import dev.sluice.targets.provision.TargetResource;
import java.util.ArrayList;
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
  private static final String ATTRIBUTES = "attributes";

  /** The attribute by which our extension marks groups that it creates. */
  private static final String MADE = "sluice.made";

  /** A field that Keycloak does not have: whether members or roles show that it is the owner's. */
  private static final String IN_USE = "sluiceInUse";

  private static final String GROUPS = "/groups";

  @Override
  public Optional<ObjectNode> find(String path) throws TroubleException {
    Optional<String> id = idOf(GroupPath.names(path));
    if (id.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode group = (ObjectNode) api.get(api.realm(at(id.get()))).expectOk().body();
    if (group.path(ATTRIBUTES).isEmpty()) {
      group.put(IN_USE, hasMembers(id.get()) || !rolesOf(id.get()).isEmpty());
    }
    return Optional.of(group);
  }

  private boolean hasMembers(String id) throws TroubleException {
    return !api.get(api.realm(at(id) + "/members?max=1")).expectOk().body().isEmpty();
  }

  /** Returns the roles that members of a group have by it or by one above it. */
  List<String> roles(String path) throws TroubleException {
    List<String> names = GroupPath.names(path);
    List<String> roles = new ArrayList<>();
    for (int above = 1; above <= names.size(); above++) {
      Optional<String> id = idOf(names.subList(0, above));
      if (id.isEmpty()) {
        break;
      }
      roles.addAll(rolesOf(id.get()));
    }
    return roles.stream().distinct().toList();
  }

  private List<String> rolesOf(String id) throws TroubleException {
    JsonNode mappings = api.get(api.realm(at(id) + "/role-mappings")).expectOk().body();
    List<String> roles = new ArrayList<>(names(mappings.path("realmMappings")));
    mappings
        .path("clientMappings")
        .forEachEntry((client, of) ->
            names(of.path("mappings")).forEach(role -> roles.add(role + " of " + client)));
    return roles;
  }

  private static List<String> names(JsonNode roles) {
    return roles.valueStream().map(role -> role.path("name").asString("")).toList();
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
    ObjectNode group = merged.deepCopy();
    group.remove(IN_USE);
    api.put(api.realm(at(found.path("id").asString(""))), group).expectOk();
  }

  private static String at(String id) {
    return GROUPS + "/" + UrlPath.encode(id);
  }

  /**
   * Tells whether an import created the group, or it has only a name: no attributes, members or
   * roles. Additions overwrite nothing then.
   */
  @Override
  public boolean isBare(ObjectNode found) {
    JsonNode attributes = found.path(ATTRIBUTES);
    return attributes.isEmpty()
        ? !found.path(IN_USE).asBoolean(false)
        : attributes.size() == 1 && attributes.has(MADE);
  }
}
