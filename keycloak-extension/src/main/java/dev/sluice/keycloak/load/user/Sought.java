package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PlannedUser;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The values of a batch's users to look up before they are written. */
public record Sought(List<String> ids, List<String> usernames, List<String> emails) {

  /** Returns all values that must be free. */
  public static Sought all(List<PlannedUser> users, boolean emailsMayRepeat) {
    return new Sought(
        ids(users.stream()),
        usernames(users.stream()),
        emailsMayRepeat ? List.of() : emails(users));
  }

  /**
   * Returns enough values to find nearly all existing users with a third of the work. It is for a
   * database that refuses a taken id or username: then {@link #all} must be looked up. Emails are
   * always included, because an email written while duplicates were allowed breaks no constraint;
   * nothing is omitted for users with links, whose links are their own if they already exist.
   */
  public static Sought likely(List<PlannedUser> users, boolean emailsMayRepeat) {
    Predicate<PlannedUser> doubtful =
        user -> LowerCase.email(user) == null || !user.links().isEmpty();
    return emailsMayRepeat
        ? all(users, true)
        : new Sought(
            ids(users.stream().filter(doubtful)),
            usernames(users.stream().filter(doubtful)),
            emails(users));
  }

  private static List<String> ids(Stream<PlannedUser> users) {
    return users.map(PlannedUser::id).toList();
  }

  private static List<String> usernames(Stream<PlannedUser> users) {
    return users.map(LowerCase::username).toList();
  }

  private static List<String> emails(List<PlannedUser> users) {
    return users.stream().map(LowerCase::email).filter(Objects::nonNull).toList();
  }
}
