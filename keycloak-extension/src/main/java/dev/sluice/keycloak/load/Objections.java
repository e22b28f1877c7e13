package dev.sluice.keycloak.load;

import dev.sluice.keycloak.database.TextColumns;
import dev.sluice.keycloak.load.user.Unstorable;
import dev.sluice.keycloak.load.user.WritePlan;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;

/** Why some users of a batch cannot be created, before anything is asked about whom they are. */
final class Objections {
  private final WritePlan plan;
  private final List<PlannedUser> users;
  private final TextColumns columns;
  private final Map<String, String> unstorable = new HashMap<>();

  Objections(KeycloakSession session, WritePlan plan, List<PlannedUser> users) {
    this.plan = plan;
    this.users = users;
    this.columns = TextColumns.of(session);
    if (!columns.arePlain()) {
      var texts = Unstorable.among(session, columns, users);
      users.forEach(
          user -> texts.problem(user).ifPresent(problem -> unstorable.put(user.id(), problem)));
    }
  }

  /** Returns the objection to a user; empty if there is none. */
  Optional<String> to(PlannedUser user) {
    return Optional.ofNullable(unstorable.get(user.id())).or(() -> plan.groups().problem(user));
  }

  /** Returns the users whose values the database can store, and so can look for. */
  List<PlannedUser> storable() {
    return users.stream().filter(user -> !unstorable.containsKey(user.id())).toList();
  }

  /** Returns the ids of the other users, who may already be here. */
  Stream<String> idsOfOthers() {
    return unstorable.keySet().stream()
        .filter(id -> columns.problem("USER_ENTITY.ID", "id", id).isEmpty());
  }
}
