package dev.sluice.keycloak.login;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Finds a user by a verified phone number, a login that Cognito has and Keycloak does not. */
public final class VerifiedPhone {
  /** The only form of phone numbers that Cognito accepts (developer guide, standard attributes). */
  private static final Pattern E164 = Pattern.compile("\\+[0-9]{2,15}");

  private VerifiedPhone() {}

  /**
   * Returns the one user of the realm with this verified number. Empty if there are none or
   * several, or if the user's password has not moved yet: the old system then still decides whether
   * the number is a login.
   */
  public static Optional<UserModel> owner(KeycloakSession session, RealmModel realm, String login) {
    if (!E164.matcher(login).matches()) {
      return Optional.empty();
    }
    List<UserModel> owners =
        session
            .users()
            .searchForUserByUserAttributeStream(realm, "phoneNumber", login)
            .filter(user -> user.getAttributeStream("phoneNumber").anyMatch(login::equals))
            .filter(user -> isTrue(user.getFirstAttribute("phoneNumberVerified")))
            .limit(2)
            .toList();
    return owners.stream()
        .filter(user -> owners.size() == 1 && user.getFederationLink() == null)
        .findFirst();
  }

  /** Reads a flag that an administrator may have written, in any case of letters. */
  private static boolean isTrue(@Nullable String flag) {
    return flag != null && flag.strip().equalsIgnoreCase("true");
  }
}
