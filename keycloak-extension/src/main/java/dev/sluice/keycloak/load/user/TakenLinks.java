package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PlannedUser;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds social accounts that are already linked to a user of the realm. No database constraint
 * prevents two users from having the same one, and then neither could log in with it.
 */
final class TakenLinks {
  private final Map<Account, String> owners = new HashMap<>();

  /** Finds the accounts of these users that a user in the realm already has. */
  static TakenLinks load(EntityManager entities, String realmId, List<PlannedUser> users) {
    var taken = new TakenLinks();
    List<String> wanted =
        users.stream()
            .flatMap(user -> user.links().stream())
            .map(PlannedUser.Link::userId)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (!wanted.isEmpty()) {
      entities
          .createQuery(
              "select l.identityProvider, l.userId, l.user.id from FederatedIdentityEntity l"
                  + " where l.realmId = :realmId and l.userId in :wanted",
              Object[].class)
          .setParameter("realmId", realmId)
          .setParameter("wanted", wanted)
          .getResultList()
          .forEach(row ->
              taken.owners.put(new Account((String) row[0], (String) row[1]), (String) row[2]));
    }
    return taken;
  }

  /** Returns why the user cannot have its links; empty if it can. */
  Optional<String> problem(PlannedUser user) {
    return user.links().stream()
        .filter(link -> owners.containsKey(Account.of(link)))
        .findFirst()
        .map(link ->
            ("the %s account %s is already linked to user %s: remove one of the two users or its"
                    + " link, then import this one again")
                .formatted(link.provider(), link.userId(), owners.get(Account.of(link))));
  }

  /** Records the user's links as taken. */
  void take(PlannedUser user) {
    user.links().forEach(link -> owners.put(Account.of(link), user.id()));
  }

  private record Account(String provider, String userId) {
    static Account of(PlannedUser.Link link) {
      return new Account(link.provider(), link.userId());
    }
  }
}
