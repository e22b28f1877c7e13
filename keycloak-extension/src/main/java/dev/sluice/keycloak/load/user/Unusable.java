package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PlannedUser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds problems of a user without asking the database. */
public final class Unusable {
  private static final int ID = 36;
  private static final int COLUMN = 255;

  private Unusable() {}

  /** Returns the problem, or null if there is none. */
  public static @Nullable String problem(PlannedUser user) {
    if (user.id().isBlank()) {
      return "it has no id";
    }
    if (user.id().length() > ID) {
      return "the id has %d characters; Keycloak stores at most %d"
          .formatted(user.id().length(), ID);
    }
    if (user.username().isBlank()) {
      return "it has no username";
    }
    String tooLong = tooLong(user);
    return tooLong != null ? tooLong : withNul(user);
  }

  /** Checked before the database does, because its refusal costs the whole batch. */
  private static @Nullable String withNul(PlannedUser user) {
    for (String[] column : columns(user)) {
      if (column[1] != null && column[1].indexOf('\0') >= 0) {
        return withNul(column[0]);
      }
    }
    for (Map.Entry<String, List<String>> attribute : UserAttributes.of(user).entrySet()) {
      for (String value : attribute.getValue()) {
        if (value.indexOf('\0') >= 0) {
          return withNul(attribute.getKey());
        }
      }
    }
    return null;
  }

  private static String withNul(String field) {
    return "the %s has a NUL character, which PostgreSQL cannot store: change it in the pool"
        .formatted(field);
  }

  private static @Nullable String[][] columns(PlannedUser user) {
    return new @Nullable String[][] {
      {"username", user.username()},
      {"email", user.email()},
      {"given name", user.givenName()},
      {"family name", user.familyName()}
    };
  }

  private static @Nullable String tooLong(PlannedUser user) {
    for (String[] column : columns(user)) {
      if (column[1] != null && column[1].length() > COLUMN) {
        return "the %s has %d characters; Keycloak stores at most %d"
            .formatted(column[0], column[1].length(), COLUMN);
      }
    }
    return null;
  }
}
