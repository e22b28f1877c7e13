package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.database.SqlFailure;
import dev.sluice.keycloak.database.TextColumns;
import dev.sluice.keycloak.group.GroupPath;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Finds groups by name or path; missing ones are created before any user is written. */
public final class GroupPaths {
  private static final int MOST = 4;
  private static final String MADE = "sluice.made";

  private GroupPaths() {}

  /**
   * Creates missing groups and finds every group that a user of the batch names, each in its own
   * transaction: one that cannot be here concerns nobody but those who should be in it.
   */
  public static GroupIds ensure(
      KeycloakSessionFactory factory, String realmId, List<PlannedUser> users) {
    Set<String> wanted =
        users.stream()
            .flatMap(user -> user.groups().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (wanted.isEmpty()) {
      return new GroupIds(Map.of(), Map.of());
    }
    try {
      return resolve(factory, realmId, wanted);
    } catch (RuntimeException e) {
      return oneByOne(factory, realmId, wanted);
    }
  }

  private static GroupIds oneByOne(
      KeycloakSessionFactory factory, String realmId, Set<String> wanted) {
    var ids = new HashMap<String, String>();
    var problems = new HashMap<String, String>();
    for (String group : wanted) {
      GroupIds one = alone(factory, realmId, group);
      ids.putAll(one.ids());
      problems.putAll(one.problems());
    }
    return new GroupIds(ids, problems);
  }

  private static GroupIds alone(KeycloakSessionFactory factory, String realmId, String group) {
    for (int tries = 1; ; tries++) {
      try {
        return resolve(factory, realmId, Set.of(group));
      } catch (RuntimeException e) {
        // Another batch, perhaps on another node, may have created the same group in the meantime.
        boolean again = SqlFailure.isOfAConstraint(e) || SqlFailure.isOfALock(e);
        if (SqlFailure.isPassing(e) && !again) {
          throw e;
        }
        if (!again || tries == MOST) {
          return new GroupIds(
              Map.of(),
              Map.of(
                  group,
                  "the group %s cannot be made: %s".formatted(group, SqlFailure.problem(e))));
        }
      }
    }
  }

  private static synchronized GroupIds resolve(
      KeycloakSessionFactory factory, String realmId, Set<String> wanted) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory,
        session -> {
          RealmModel realm = session.realms().getRealm(realmId);
          session.getContext().setRealm(realm);
          TextColumns columns = TextColumns.of(session);
          var ids = new HashMap<String, String>();
          var problems = new HashMap<String, String>();
          for (String group : wanted) {
            Optional<String> problem = GroupClash.problem(session, realm, columns, group);
            if (problem.isPresent()) {
              problems.put(group, problem.get());
            } else {
              ids.put(group, findOrMake(session, realm, group).getId());
            }
          }
          return new GroupIds(ids, problems);
        });
  }

  private static GroupModel findOrMake(KeycloakSession session, RealmModel realm, String group) {
    GroupModel found = null;
    for (String name : GroupPath.names(group)) {
      GroupModel child = session.groups().getGroupByName(realm, found, name);
      found = child == null ? make(session, realm, name, found) : child;
    }
    return Objects.requireNonNull(found, group);
  }

  /** Creates a group, with a mark by which provisioning tells it from the owner's. */
  private static GroupModel make(
      KeycloakSession session, RealmModel realm, String name, @Nullable GroupModel parent) {
    GroupModel made = session.groups().createGroup(realm, name, parent);
    made.setSingleAttribute(MADE, "import");
    return made;
  }
}
