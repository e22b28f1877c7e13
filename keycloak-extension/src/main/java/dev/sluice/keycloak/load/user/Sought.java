package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PlannedUser;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** The values of a batch's users to look up before they are written. */
public record Sought(List<String> ids, List<String> usernames, List<String> emails) {

  /** Returns all values that must be free. */
  public static Sought all(List<PlannedUser> users, RealmModel realm) {
    return new Sought(
        ids(users.stream()),
        together(usernames(users.stream()), emailsAsUsernames(users, realm)),
        emails(users, realm));
  }

  /**
   * Returns enough values to find nearly all existing users with a third of the work. It is for a
   * database that refuses a taken id or username: then {@link #all} must be looked up. Emails are
   * always included, because an email written while duplicates were allowed breaks no constraint;
   * nothing is omitted for users with links, whose links are their own if they already exist.
   */
  public static Sought likely(List<PlannedUser> users, RealmModel realm) {
    Predicate<PlannedUser> doubtful =
        user -> LowerCase.email(user) == null || !user.links().isEmpty();
    return realm.isDuplicateEmailsAllowed()
        ? all(users, realm)
        : new Sought(
            ids(users.stream().filter(doubtful)),
            together(usernames(users.stream().filter(doubtful)), emailsAsUsernames(users, realm)),
            emails(users, realm));
  }

  /** Returns the same, and more ids. */
  public Sought and(Stream<String> moreIds) {
    return new Sought(Stream.concat(ids.stream(), moreIds).toList(), usernames, emails);
  }

  private static List<String> ids(Stream<PlannedUser> users) {
    return users.map(PlannedUser::id).toList();
  }

  private static List<String> usernames(Stream<PlannedUser> users) {
    return users.map(LowerCase::username).toList();
  }

  /** Returns the emails, and the usernames that could be another user's email. */
  private static List<String> emails(List<PlannedUser> users, RealmModel realm) {
    if (realm.isDuplicateEmailsAllowed()) {
      return List.of();
    }
    return together(
        users.stream().map(LowerCase::email).filter(Objects::nonNull).toList(),
        users.stream()
            .filter(user -> realm.isLoginWithEmailAllowed())
            .map(LowerCase::username)
            .filter(username -> username.contains("@"))
            .toList());
  }

  /** Returns the emails that could be another user's username, where either is a login. */
  private static List<String> emailsAsUsernames(List<PlannedUser> users, RealmModel realm) {
    return realm.isDuplicateEmailsAllowed() || !realm.isLoginWithEmailAllowed()
        ? List.of()
        : users.stream()
            .flatMap(user ->
                Stream.ofNullable(LowerCase.email(user))
                    .filter(email -> !email.equals(LowerCase.username(user))))
            .toList();
  }

  private static List<String> together(List<String> some, List<String> more) {
    return more.isEmpty() ? some : Stream.concat(some.stream(), more.stream()).distinct().toList();
  }
}
