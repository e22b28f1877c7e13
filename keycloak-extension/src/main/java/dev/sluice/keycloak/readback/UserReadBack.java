package dev.sluice.keycloak.readback;

import dev.sluice.keycloak.settings.SluiceComponent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Reads complete users, and lists those that await their first login. */
public final class UserReadBack {
  private final EntityManager entities;
  private final String realmId;
  private final Optional<String> component;

  public UserReadBack(KeycloakSession session, RealmModel realm) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realmId = realm.getId();
    this.component = SluiceComponent.find(realm).map(ComponentModel::getId);
  }

  /** Returns those of these users that the realm has. */
  public ReadAnswer read(ReadRequest request) {
    List<String> ids = request.ids().stream().distinct().toList();
    if (ids.isEmpty()) {
      return new ReadAnswer(List.of());
    }
    Set<String> exactly = Set.copyOf(ids);
    var rows = new UserRows(entities, ids);
    Map<String, Map<String, List<String>>> attributes = rows.attributes();
    Map<String, List<String>> groups = rows.groups();
    Map<String, List<StoredUser.Link>> links = rows.links();
    Map<String, List<String>> actions = rows.requiredActions();
    Set<String> withPassword = rows.withPassword();
    GroupNames names =
        GroupNames.load(
            entities,
            realmId,
            groups.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
    return new ReadAnswer(
        rows.users(realmId).stream()
            // Some databases take ids for one that differ by upper and lower case.
            .filter(row -> exactly.contains(row[0]))
            .map(row -> {
              String id = (String) row[0];
              return user(
                  row,
                  attributes.getOrDefault(id, Map.of()),
                  groups.getOrDefault(id, List.of()).stream()
                      .flatMap(group -> names.path(group).stream())
                      .toList(),
                  links.getOrDefault(id, List.of()),
                  actions.getOrDefault(id, List.of()),
                  withPassword.contains(id));
            })
            .toList());
  }

  private StoredUser user(
      Object[] row,
      Map<String, List<String>> attributes,
      List<String> groups,
      List<StoredUser.Link> links,
      List<String> actions,
      boolean hasPassword) {
    return new StoredUser(
        (String) row[0],
        (String) row[1],
        (boolean) row[2],
        (String) row[3],
        (boolean) row[4],
        (String) row[5],
        (String) row[6],
        row[7] == null ? 0 : (long) row[7],
        attributes,
        groups,
        links,
        actions,
        hasPassword,
        isComponent((String) row[8]));
  }

  private boolean isComponent(@Nullable String federationLink) {
    return component.filter(id -> id.equals(federationLink)).isPresent();
  }

  /**
   * Returns the ids of users linked to Sluice's component, in the database's order.
   *
   * @param after the last id of the previous page; empty for the first
   */
  public List<String> awaiting(String after, int max) {
    if (component.isEmpty()) {
      return List.of();
    }
    // Not "greater than nothing" for the first page: Oracle treats an empty text as null.
    String beyond = after.isEmpty() ? "" : " and u.id > :after";
    TypedQuery<String> query =
        entities
            .createQuery(
                "select u.id from UserEntity u where u.realmId = :realmId"
                    + " and u.federationLink = :component"
                    + beyond
                    + " order by u.id",
                String.class)
            .setParameter("realmId", realmId)
            .setParameter("component", component.get())
            .setMaxResults(Math.max(1, Math.min(max, ReadRequest.MAX_USERS)));
    if (!after.isEmpty()) {
      query.setParameter("after", after);
    }
    return query.getResultList();
  }
}
