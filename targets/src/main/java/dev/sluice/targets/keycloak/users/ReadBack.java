package dev.sluice.targets.keycloak.users;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads complete users through our extension, many at a time. */
public final class ReadBack {
  /** The answer of an extension to which "read" is the id of a user. */
  private static final int METHOD_NOT_ALLOWED = 405;

  private final KeycloakApi api;
  private final Runnable requireExtension;

  /**
   * @param requireExtension throws if the extension is missing or too old
   */
  public ReadBack(KeycloakApi api, Runnable requireExtension) {
    this.api = api;
    this.requireExtension = requireExtension;
  }

  public List<Optional<StoredUser>> read(List<UserId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    ObjectNode request = JsonMapper.shared().createObjectNode();
    ArrayNode asked = request.putArray("ids");
    ids.forEach(id -> asked.add(id.value()));
    Set<UserId> known = new HashSet<>(ids);
    Map<UserId, StoredUser> found = new HashMap<>();
    for (JsonNode each :
        answered(() -> api.post(api.realm("/sluice/users/read"), request)).path("users")) {
      StoredUser user = StoredUserJson.read(each);
      if (!known.contains(user.id())) {
        throw UserBatch.unbelievable("it read \"" + user.id() + "\", which was not requested");
      }
      found.put(user.id(), user);
    }
    return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
  }

  public List<UserId> awaiting(Optional<UserId> after, int limit) {
    String path =
        "/sluice/users/awaiting?max="
            + limit
            + after.map(id -> "&after=" + UrlPath.encode(id.value())).orElse("");
    return answered(() -> api.get(api.realm(path)))
        .path("ids")
        .valueStream()
        .map(id -> new UserId(id.asString()))
        .toList();
  }

  /** Returns the realms of this Keycloak that have users with some of these ids. */
  public Map<UserId, String> elsewhere(List<UserId> ids) {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    ArrayNode asked = request.putArray("ids");
    ids.forEach(id -> asked.add(id.value()));
    JsonNode realms =
        answered(() -> api.post(api.realm("/sluice/users/elsewhere"), request)).path("realms");
    Map<UserId, String> elsewhere = new HashMap<>();
    for (UserId id : ids) {
      if (realms.path(id.value()).isString()) {
        elsewhere.put(id, "realm " + realms.path(id.value()).asString());
      }
    }
    return elsewhere;
  }

  private JsonNode answered(Call call) {
    try {
      Answer answer = call.make();
      if (answer.missing() || answer.status() == METHOD_NOT_ALLOWED) {
        requireExtension.run();
        throw new TargetException(
            "Sluice's extension in Keycloak is older than this Sluice and cannot read users back."
                + " Replace sluice-keycloak-extension-*.jar in Keycloak's providers/ with this"
                + " version's, run `kc.sh build` and restart.");
      }
      return answer.expectOk().body();
    } catch (TroubleException e) {
      throw e.asTargetException();
    }
  }

  private interface Call {
    Answer make() throws TroubleException;
  }
}
