package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PlannedUser;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is looked up of a batch's users before they are written. */
public record Sought(List<String> ids, List<String> usernames, List<String> emails) {

  /** All that must be free. */
  public static Sought all(List<PlannedUser> users, boolean emailsMayRepeat) {
    return new Sought(
        ids(users.stream()),
        usernames(users.stream()),
        emailsMayRepeat ? List.of() : emails(users));
  }

  /**
   * Enough to find nearly everybody who is there already, with a third of the work. It is for a
   * database that refuses an id or a username that somebody has: then {@link #all} must be looked
   * up. Emails are left out for nobody, because no constraint is broken by one that was written
   * while they could repeat, and nothing of those with links, whose links are their own if they are
   * there already.
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
