package dev.sluice.keycloak.load;

import dev.sluice.keycloak.wire.PlannedUser;
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
    return tooLong(user);
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
