package dev.sluice.targets.keycloak.backup;

import dev.sluice.api.target.TargetException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The groups and clients that users refer to. Keycloak's import stops at the first one that its
 * realm lacks, so a backup in which one is missing would be none. There are as many as the realm
 * has, not as there are users.
 */
final class NamesInUse {
  private final Set<String> groups = new HashSet<>();
  private final Set<String> clients = new HashSet<>();

  void see(JsonNode users) {
    for (JsonNode user : users) {
      user.path("groups").forEach(path -> groups.add(path.asString("")));
      user.path("clientRoles").propertyNames().forEach(clients::add);
      user.path("clientConsents")
          .forEach(consent -> add(clients, consent.path("clientId").asString("")));
      add(clients, user.path("serviceAccountClientId").asString(""));
    }
  }

  private static void add(Set<String> names, String name) {
    if (!name.isEmpty()) {
      names.add(name);
    }
  }

  /**
   * @throws TargetException when the realm has not all of them
   */
  void requireAll(JsonNode realm) {
    Set<String> missing = new TreeSet<>(groups);
    removeGroups(missing, realm.path("groups"));
    refuse("group", missing);
    missing = new TreeSet<>(clients);
    for (JsonNode client : realm.path("clients")) {
      missing.remove(client.path("clientId").asString(""));
    }
    refuse("client", missing);
  }

  private static void removeGroups(Set<String> missing, JsonNode groups) {
    for (JsonNode group : groups) {
      missing.remove(group.path("path").asString(""));
      removeGroups(missing, group.path("subGroups"));
    }
  }

  private static void refuse(String kind, Set<String> missing) {
    if (!missing.isEmpty()) {
      throw new TargetException(
          "The "
              + kind
              + " "
              + missing.iterator().next()
              + " was removed or renamed while the backup was made, and users refer to it: Keycloak"
              + " would not import that. Nothing was kept; make the backup again.");
    }
  }
}
