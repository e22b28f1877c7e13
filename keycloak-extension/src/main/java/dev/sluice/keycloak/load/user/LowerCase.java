package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PlannedUser;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Converts to lower case, in which Keycloak stores and finds usernames and emails. */
public final class LowerCase {
  private LowerCase() {}

  public static String username(PlannedUser user) {
    return user.username().toLowerCase(Locale.ROOT);
  }

  public static @Nullable String email(PlannedUser user) {
    String email = user.email();
    return email == null || email.isBlank() ? null : email.toLowerCase(Locale.ROOT);
  }
}
