package dev.sluice.keycloak.readback;

import dev.sluice.keycloak.group.GroupPath;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;

/** Finds the paths of groups by their ids; groups of organizations do not belong to the realm. */
final class GroupNames {
  private record Row(String name, @Nullable String parent, int type) {}

  private final Map<String, Row> rows = new HashMap<>();

  /** Reads these groups and those above them, one query for each level. */
  static GroupNames load(EntityManager entities, String realmId, Collection<String> ids) {
    var names = new GroupNames();
    Set<String> missing = new HashSet<>(ids);
    while (!missing.isEmpty()) {
      names.add(entities, realmId, missing);
      Set<String> parents = new HashSet<>();
      for (String id : missing) {
        Row row = names.rows.get(id);
        if (row != null && row.parent() != null && !names.rows.containsKey(row.parent())) {
          parents.add(row.parent());
        }
      }
      missing = parents;
    }
    return names;
  }

  private void add(EntityManager entities, String realmId, Collection<String> ids) {
    List<String> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += ReadRequest.MAX_USERS) {
      entities
          .createQuery(
              "select g.id, g.name, g.parentId, g.type from GroupEntity g"
                  + " where g.realm = :realmId and g.id in :ids",
              Object[].class)
          .setParameter("realmId", realmId)
          .setParameter(
              "ids", all.subList(from, Math.min(from + ReadRequest.MAX_USERS, all.size())))
          .getResultList()
          .forEach(row ->
              rows.put(
                  (String) row[0],
                  new Row((String) row[1], parent((String) row[2]), (int) row[3])));
    }
  }

  /** Tells whether a group is at the top level, for which Keycloak writes a blank parent. */
  private static @Nullable String parent(@Nullable String id) {
    return id == null || id.isBlank() ? null : id;
  }

  /** Returns the path; empty for a group of an organization and for a removed one. */
  Optional<String> path(String id) {
    Row row = rows.get(id);
    if (row == null || row.type() != GroupModel.Type.REALM.intValue()) {
      return Optional.empty();
    }
    String above = row.parent() == null ? "" : path(row.parent()).orElse("");
    return Optional.of(above + GroupPath.segment(row.name()));
  }
}
