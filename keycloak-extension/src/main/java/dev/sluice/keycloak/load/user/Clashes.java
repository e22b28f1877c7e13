package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.ImportAnswer.Outcome;
import dev.sluice.keycloak.wire.PlannedUser;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Finds the owners of the ids, usernames, emails and social accounts that a batch needs, within the
 * batch too.
 */
public final class Clashes {
  private final String realmId;
  private final boolean emailsMayRepeat;
  private final TakenLinks links;
  private final Map<String, String> realmOfId = new HashMap<>();
  private final Map<String, String> idOfUsername = new HashMap<>();
  private final Map<String, String> idOfEmail = new HashMap<>();

  private Clashes(String realmId, boolean emailsMayRepeat, TakenLinks links) {
    this.realmId = realmId;
    this.emailsMayRepeat = emailsMayRepeat;
    this.links = links;
  }

  public static Clashes load(KeycloakSession session, RealmModel realm, List<PlannedUser> users) {
    Sought sought = Sought.all(users, realm.isDuplicateEmailsAllowed());
    return load(new EntityUserLookup(entities(session)), sought, session, realm, users);
  }

  public static Clashes load(
      UserLookup lookup,
      Sought sought,
      KeycloakSession session,
      RealmModel realm,
      List<PlannedUser> users) {
    var clashes =
        new Clashes(
            realm.getId(),
            realm.isDuplicateEmailsAllowed(),
            TakenLinks.load(entities(session), realm.getId(), users));
    lookup
        .find(realm.getId(), sought)
        .forEach(
            found -> clashes.take(found.id(), found.username(), found.email(), found.realmId()));
    return clashes;
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  private void take(String id, String username, @Nullable String email, String realm) {
    realmOfId.put(id, realm);
    if (realm.equals(realmId)) {
      idOfUsername.put(username, id);
      if (email != null && !emailsMayRepeat) {
        idOfEmail.put(email, id);
      }
    }
  }

  /** Checks whether the user may be created; if so, its values are taken from now on. */
  public Outcome claim(PlannedUser user) {
    String id = user.id();
    String unusable = Unusable.problem(user);
    if (unusable != null) {
      return Outcome.refused(id, unusable);
    }
    String realm = realmOfId.get(id);
    if (realm != null) {
      return realm.equals(realmId)
          ? Outcome.alreadyThere(id)
          : Outcome.refused(id, "the id belongs to a user in another realm of this Keycloak");
    }
    return taken(user)
        .orElseGet(() -> {
          take(id, LowerCase.username(user), LowerCase.email(user), realmId);
          links.take(user);
          return Outcome.created(id);
        });
  }

  private Optional<Outcome> taken(PlannedUser user) {
    String id = user.id();
    String username = LowerCase.username(user);
    String email = LowerCase.email(user);
    if (idOfUsername.containsKey(username)) {
      return Optional.of(taken(id, "username", username, idOfUsername.get(username)));
    }
    if (email != null && idOfEmail.containsKey(email)) {
      return Optional.of(taken(id, "email", email, idOfEmail.get(email)));
    }
    return links.problem(user).map(problem -> Outcome.refused(id, problem));
  }

  private static Outcome taken(String id, String field, String value, @Nullable String owner) {
    return Outcome.refused(
        id,
        "the %s %s belongs to the user %s: change or remove one of the two"
            .formatted(field, value, owner));
  }
}
