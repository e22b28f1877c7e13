package dev.sluice.keycloak.load;

import dev.sluice.keycloak.wire.PlannedUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be seen to be wrong with a user without asking the database. */
final class Unusable {
  private static final int ID = 36;
  private static final int COLUMN = 255;

  private Unusable() {}

  /** The problem, or null when there is none. */
  static @Nullable String problem(PlannedUser user) {
    if (user.id().isBlank()) {
      return "it has no id";
    }
    if (user.id().length() > ID) {
      return "the id has %d characters, Keycloak keeps at most %d"
          .formatted(user.id().length(), ID);
    }
    if (user.username().isBlank()) {
      return "it has no username";
    }
    String tooLong = tooLong(user);
    return tooLong != null ? tooLong : withNul(user);
  }

  /** Said before the database does, because its refusal costs the whole batch. */
  private static @Nullable String withNul(PlannedUser user) {
    return Stream.concat(
            Stream.of(
                Map.entry("username", List.of(user.username())),
                entry("email", user.email()),
                entry("given name", user.givenName()),
                entry("family name", user.familyName())),
            UserAttributes.of(user).entrySet().stream())
        .filter(field -> field.getValue().stream().anyMatch(value -> value.indexOf('\0') >= 0))
        .findFirst()
        .map(field ->
            "the %s holds a NUL character, which PostgreSQL cannot keep: change it in the pool"
                .formatted(field.getKey()))
        .orElse(null);
  }

  private static Map.Entry<String, List<String>> entry(String name, @Nullable String value) {
    return Map.entry(name, value == null ? List.of() : List.of(value));
  }

  private static @Nullable String tooLong(PlannedUser user) {
    String[][] columns = {
      {"username", user.username()},
      {"email", user.email()},
      {"given name", user.givenName()},
      {"family name", user.familyName()}
    };
    for (String[] column : columns) {
      if (column[1] != null && column[1].length() > COLUMN) {
        return "the %s has %d characters, Keycloak keeps at most %d"
            .formatted(column[0], column[1].length(), COLUMN);
      }
    }
    return null;
  }
}
