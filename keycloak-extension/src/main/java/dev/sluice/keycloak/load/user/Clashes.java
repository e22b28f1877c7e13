package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.database.TextColumns;
import dev.sluice.keycloak.wire.EmailClaim;
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
  private final boolean emailIsLogin;
  private final TakenLinks links;
  private final EmailRelease release;
  private final BatchTexts texts;
  private final Map<String, String> realmOfId = new HashMap<>();
  private final Map<String, String> exactId = new HashMap<>();
  private final Map<String, Holder> byUsername = new HashMap<>();
  private final Map<String, Holder> byEmail = new HashMap<>();
  private boolean keeps = true;

  /** The user that has a username or an email. */
  private record Holder(String id, String username, @Nullable String email) {}

  /**
   * The result of a claim.
   *
   * @param user as it is to be written
   */
  public record Claimed(Outcome outcome, PlannedUser user) {}

  private Clashes(RealmModel realm, TakenLinks links, BatchTexts texts, EmailRelease release) {
    this.realmId = realm.getId();
    this.emailsMayRepeat = realm.isDuplicateEmailsAllowed();
    this.emailIsLogin = realm.isLoginWithEmailAllowed();
    this.links = links;
    this.texts = texts;
    this.release = release;
  }

  public static Clashes load(KeycloakSession session, RealmModel realm, List<PlannedUser> users) {
    return load(
        new EntityUserLookup(entities(session)), Sought.all(users, realm), session, realm, users);
  }

  public static Clashes load(
      UserLookup lookup,
      Sought sought,
      KeycloakSession session,
      RealmModel realm,
      List<PlannedUser> users) {
    // Links first: a user that is written meanwhile is then found as already there.
    TakenLinks links = TakenLinks.load(entities(session), realm.getId(), users);
    List<UserLookup.Found> found = lookup.find(realm.getId(), sought);
    var texts = BatchTexts.of(session, TextColumns.of(session), users, found, links.accounts());
    var clashes =
        new Clashes(realm, links.as(texts.accounts()), texts, new EmailRelease(session, realm));
    found.forEach(user -> clashes.take(user.id(), user.username(), user.email(), user.realmId()));
    return clashes;
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  private void take(String id, String username, @Nullable String email, String realm) {
    realmOfId.put(id, realm);
    exactId.put(texts.ids().key(id), id);
    if (realm.equals(realmId)) {
      var holder = new Holder(id, username, email);
      byUsername.put(texts.usernames().key(username), holder);
      if (email != null && !emailsMayRepeat) {
        byEmail.put(texts.emails().key(email), holder);
      }
    }
  }

  /**
   * Checks whether the user may be created; if so, its values are taken from now on.
   *
   * @param objection why it cannot be, unless it already is here; empty if nothing is known
   */
  public Claimed claim(PlannedUser user, Optional<String> objection) {
    String id = user.id();
    String unusable = Unusable.problem(user);
    if (unusable != null) {
      return new Claimed(Outcome.refused(id, unusable), user);
    }
    String realm = realmOfId.get(id);
    if (realm != null) {
      return new Claimed(
          realm.equals(realmId)
              ? Outcome.alreadyThere(id)
              : Outcome.refused(id, "the id belongs to a user in another realm of this Keycloak"),
          user);
    }
    Optional<String> refusal = objection.or(() -> sameIdOf(user)).or(() -> links.problem(user));
    if (refusal.isPresent()) {
      return new Claimed(Outcome.refused(id, refusal.get()), user);
    }
    String problem = usernameProblem(user);
    if (problem != null) {
      return new Claimed(Outcome.taken(id, problem), user);
    }
    Holder other = holderOfEmail(user);
    if (other == null) {
      return created(user, Outcome.created(id));
    }
    if (isReleased(user, other)) {
      return created(user, Outcome.createdOfTwo(id));
    }
    return user.emailClaim() == EmailClaim.YIELD
        ? created(user.withoutEmail(), Outcome.createdOfTwo(id))
        : new Claimed(
            Outcome.taken(id, Taken.told("email", String.valueOf(user.email()), other.id())), user);
  }

  /** Returns the same, but what a user claims is not taken: the others do not come with it. */
  public Clashes ofEachAlone() {
    keeps = false;
    return this;
  }

  private Claimed created(PlannedUser user, Outcome outcome) {
    if (keeps) {
      take(user.id(), LowerCase.username(user), LowerCase.email(user), realmId);
      links.take(user);
    }
    return new Claimed(outcome, user);
  }

  /** An id that only the database takes for this one. */
  private Optional<String> sameIdOf(PlannedUser user) {
    return Optional.ofNullable(exactId.get(texts.ids().key(user.id())))
        .map(same -> Taken.told("id", user.id(), same));
  }

  /** Tells whether a user of this Keycloak has the id. */
  public boolean hasId(String id) {
    return realmOfId.containsKey(id);
  }

  /** A username that is another user's email is a login of the one whose username it is. */
  private @Nullable String usernameProblem(PlannedUser user) {
    String username = LowerCase.username(user);
    Holder same = byUsername.get(texts.usernames().key(username));
    if (same != null) {
      return Taken.told("username", username, same.id());
    }
    Holder other = emailIsLogin ? byEmail.get(texts.emails().key(username)) : null;
    if (other == null || !username.equals(other.email()) || release.from(other.id(), username)) {
      byEmail.remove(texts.emails().key(username));
      return null;
    }
    return Taken.told("username", username, other.id());
  }

  private @Nullable Holder holderOfEmail(PlannedUser user) {
    String email = LowerCase.email(user);
    if (email == null || emailsMayRepeat) {
      return null;
    }
    Holder holder = byEmail.get(texts.emails().key(email));
    return holder == null && emailIsLogin ? byUsername.get(texts.usernames().key(email)) : holder;
  }

  /** Takes the email away from its holder; one that is the holder's username stays. */
  private boolean isReleased(PlannedUser user, Holder holder) {
    String email = LowerCase.email(user);
    return email != null
        && user.emailClaim() == EmailClaim.TAKE
        && email.equals(holder.email())
        && !holder.username().equals(email)
        && release.from(holder.id(), email);
  }
}
