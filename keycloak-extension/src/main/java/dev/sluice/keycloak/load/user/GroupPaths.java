package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PlannedUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Finds groups by name or path; missing ones are created before any user is written. */
public final class GroupPaths {
  private GroupPaths() {}

  /** Creates missing groups and returns the id of every group that a user of the batch names. */
  public static Map<String, String> ensure(
      KeycloakSessionFactory factory, String realmId, List<PlannedUser> users) {
    Set<String> wanted =
        users.stream().flatMap(user -> user.groups().stream()).collect(Collectors.toSet());
    if (wanted.isEmpty()) {
      return Map.of();
    }
    try {
      return resolve(factory, realmId, wanted);
    } catch (RuntimeException e) {
      // Another batch, perhaps on another node, may have created the same group in the meantime.
      return resolve(factory, realmId, wanted);
    }
  }

  public static String idOf(WritePlan plan, String group) {
    return Objects.requireNonNull(plan.groups().get(group), group);
  }

  private static synchronized Map<String, String> resolve(
      KeycloakSessionFactory factory, String realmId, Set<String> wanted) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory,
        session -> {
          RealmModel realm = session.realms().getRealm(realmId);
          session.getContext().setRealm(realm);
          var ids = new HashMap<String, String>();
          wanted.forEach(group -> ids.put(group, findOrMake(session, realm, group).getId()));
          return ids;
        });
  }

  private static GroupModel findOrMake(KeycloakSession session, RealmModel realm, String group) {
    GroupModel found = null;
    for (String name : names(group)) {
      GroupModel child = child(session, realm, found, name);
      found = child == null ? session.groups().createGroup(realm, name, found) : child;
    }
    return Objects.requireNonNull(found, group);
  }

  private static @Nullable GroupModel child(
      KeycloakSession session, RealmModel realm, @Nullable GroupModel parent, String name) {
    return session.groups().getGroupByName(realm, parent, name);
  }

  /** Returns the names in a group's path: a name without a leading slash is one name. */
  public static List<String> names(String group) {
    if (!group.startsWith("/")) {
      return List.of(group);
    }
    var names = new ArrayList<String>();
    Stream.of(group.split("/")).filter(name -> !name.isEmpty()).forEach(names::add);
    return names.isEmpty() ? List.of(group) : names;
  }
}
