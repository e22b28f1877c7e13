package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.database.SameTexts;
import dev.sluice.keycloak.wire.PlannedUser;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds social accounts that are already linked to a user of the realm. No database constraint
 * prevents two users from having the same one, and then neither could log in with it.
 */
final class TakenLinks {
  private final Map<Account, String> owners;
  private final SameTexts texts;

  private TakenLinks(Map<Account, String> owners, SameTexts texts) {
    this.owners = owners;
    this.texts = texts;
  }

  /** Finds the accounts of these users that a user in the realm already has. */
  static TakenLinks load(EntityManager entities, String realmId, List<PlannedUser> users) {
    var taken = new TakenLinks(new HashMap<>(), SameTexts.exact());
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

  /** Returns the ids of the accounts that were found. */
  List<String> accounts() {
    return owners.keySet().stream().map(Account::userId).filter(Objects::nonNull).toList();
  }

  /** Returns the same, with accounts taken for one that are one to the database. */
  TakenLinks as(SameTexts same) {
    var byKey = new TakenLinks(new HashMap<>(), same);
    owners.forEach((account, owner) ->
        byKey.owners.put(byKey.account(account.provider(), account.userId()), owner));
    return byKey;
  }

  private Account account(String provider, @Nullable String userId) {
    return new Account(provider, userId == null ? null : texts.key(userId));
  }

  private Account account(PlannedUser.Link link) {
    return account(link.provider(), link.userId());
  }

  /** Returns why the user cannot have its links; empty if it can. */
  Optional<String> problem(PlannedUser user) {
    return user.links().stream()
        .filter(link -> owners.containsKey(account(link)))
        .findFirst()
        .map(link ->
            ("the %s account %s is already linked to user %s: remove one of the two users or its"
                    + " link, then import this one again")
                .formatted(link.provider(), link.userId(), owners.get(account(link))));
  }

  /** Records the user's links as taken. */
  void take(PlannedUser user) {
    user.links().forEach(link -> owners.put(account(link), user.id()));
  }

  private record Account(String provider, @Nullable String userId) {}
}
