package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PlannedUser;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keycloak keeps usernames and emails in lower case, and finds them only so. */
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
