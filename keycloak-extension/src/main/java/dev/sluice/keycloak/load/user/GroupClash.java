package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.database.SameTexts;
import dev.sluice.keycloak.database.TextColumns;
import dev.sluice.keycloak.group.GroupPath;
import dev.sluice.keycloak.wire.GroupsRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Finds groups that Keycloak would take for others: it lets the database look for a name, and some
 * databases find another name, which differs by case, accents or blanks at its end.
 */
public final class GroupClash {
  private static final String NAME = "KEYCLOAK_GROUP.NAME";

  private GroupClash() {}

  /**
   * Returns why the realm cannot have some of these groups, by name; of several that have one name
   * to the database, it can have the first.
   */
  public static Map<String, String> problems(
      KeycloakSession session, RealmModel realm, GroupsRequest request) {
    TextColumns columns = TextColumns.of(session);
    List<String> groups = request.groups();
    var problems = new LinkedHashMap<String, String>();
    for (String group : groups) {
      Optional<String> problem =
          request.newRealm() ? unstorable(columns, group) : problem(session, realm, columns, group);
      problem.ifPresent(text -> problems.put(group, text));
    }
    List<String> storable =
        groups.stream().filter(group -> !problems.containsKey(group)).distinct().toList();
    SameTexts names =
        SameTexts.among(
            session,
            columns.column(NAME),
            storable.stream().flatMap(group -> GroupPath.names(group).stream()).toList());
    var first = new HashMap<List<String>, String>();
    for (String group : storable) {
      List<String> path = GroupPath.names(group);
      String before = first.putIfAbsent(path.stream().map(names::key).toList(), group);
      if (before != null && !GroupPath.names(before).equals(path)) {
        problems.put(group, told(group, before, ""));
      }
    }
    return problems;
  }

  /** Returns why the realm cannot have this group; empty if it has it, or can. */
  public static Optional<String> problem(
      KeycloakSession session, RealmModel realm, TextColumns columns, String group) {
    Optional<String> unstorable = unstorable(columns, group);
    return unstorable.isPresent() ? unstorable : taken(session, realm, group);
  }

  private static Optional<String> unstorable(TextColumns columns, String group) {
    return GroupPath.names(group).stream()
        .flatMap(
            name -> columns.problem(NAME, "name of the group \"" + group + "\"", name).stream())
        .findFirst();
  }

  private static Optional<String> taken(KeycloakSession session, RealmModel realm, String group) {
    GroupModel above = null;
    for (String name : GroupPath.names(group)) {
      GroupModel found = session.groups().getGroupByName(realm, above, name);
      if (found == null) {
        return Optional.empty();
      }
      if (!found.getName().equals(name)) {
        String path = KeycloakModelUtils.buildGroupPath(found);
        return Optional.of(told(group, path, ", which is in the realm,"));
      }
      above = found;
    }
    return Optional.empty();
  }

  private static String told(String group, String other, String where) {
    return ("the group \"%s\" and the group \"%s\"%s have one name to this database: rename one"
            + " of the two under mapping.groups")
        .formatted(group, other, where);
  }
}
