package dev.sluice.targets.fusionauth.users;

import dev.sluice.api.user.GroupPath;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.api.FusionAuthTroubles;
import dev.sluice.targets.fusionauth.api.NotTakenException;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.provision.OwnershipTag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the tenant's groups by name and creates missing ones. FusionAuth's groups are flat: the
 * path {@code /staff/admins} becomes the name {@code staff/admins}. Not thread-safe.
 */
public final class Groups {
  private static final int PAGE = 100;

  private final FusionAuthApi api;
  private final Map<String, String> idsByName = new HashMap<>();

  public Groups(FusionAuthApi api) {
    this.api = api;
  }

  /** Returns the name of a group at FusionAuth. */
  public static String nameOf(String path) {
    return String.join("/", GroupPath.names(path));
  }

  /** Adds the user to the groups with these paths. */
  public void putMemberships(ObjectNode user, List<String> paths)
      throws TroubleException, NotTakenException {
    if (paths.isEmpty()) {
      return;
    }
    ArrayNode memberships = user.putArray("memberships");
    for (String path : paths) {
      memberships.addObject().put("groupId", idOf(path));
    }
  }

  private String idOf(String path) throws TroubleException, NotTakenException {
    String name = nameOf(path);
    String known = idsByName.get(name);
    if (known != null) {
      return known;
    }
    Optional<JsonNode> found = find(name);
    String id = found.isPresent() ? mayFill(name, found.get()) : make(name);
    idsByName.put(name, id);
    return id;
  }

  /** A user pool must not decide who has rights that somebody else has given to a group. */
  private static String mayFill(String name, JsonNode group) throws NotTakenException {
    if (!group.path("roles").isEmpty() && !OwnershipTag.isOn(group)) {
      throw new NotTakenException(Refusals.givesRoles(name));
    }
    return group.path("id").asString("");
  }

  /** Clears the cache, because a group may have been removed. */
  void forget() {
    idsByName.clear();
  }

  private Optional<JsonNode> find(String name) throws TroubleException {
    for (int from = 0; ; from += PAGE) {
      ObjectNode request = JsonMapper.shared().createObjectNode();
      request
          .putObject("search")
          .put("name", name)
          .put("tenantId", api.tenantId())
          .put("startRow", from)
          .put("numberOfResults", PAGE);
      JsonNode groups =
          FusionAuthTroubles.expectOk(api.post("/api/group/search", request)).body().path("groups");
      // A search treats "*" as any text and ignores case.
      Optional<JsonNode> exact =
          groups
              .valueStream()
              .filter(group -> group.path("name").asString("").equals(name))
              .findFirst();
      if (exact.isPresent() || groups.size() < PAGE) {
        return exact;
      }
    }
  }

  private String make(String name) throws TroubleException, NotTakenException {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    request.putObject("group").put("name", name);
    Answer answer = api.post("/api/group", request);
    if (answer.status() == 400) {
      // Another client may have created it in the meantime.
      Optional<JsonNode> found = find(name);
      if (found.isEmpty()) {
        throw new NotTakenException(Refusals.group(name, answer));
      }
      return mayFill(name, found.get());
    }
    return FusionAuthTroubles.expectOk(answer).body().path("group").path("id").asString("");
  }
}
