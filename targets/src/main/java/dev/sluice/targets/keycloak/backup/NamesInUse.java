package dev.sluice.targets.keycloak.backup;

import dev.sluice.api.target.TargetException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The groups and clients that users refer to. Keycloak's import stops at the first one that its
 * realm lacks, so a backup with one missing would be useless. There are at most as many as the
 * realm has, however many users there are.
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
   * @throws TargetException if the realm lacks one of them
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
              + " was removed or renamed during the backup, but users refer to it, so Keycloak"
              + " could not import the backup. Nothing was kept; repeat the backup.");
    }
  }
}
