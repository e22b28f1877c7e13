package dev.sluice.keycloak.login;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A verified phone number as a login, which people had in Cognito and Keycloak does not know. */
public final class VerifiedPhone {
  /** Cognito takes phone numbers in this form only (developer guide, standard attributes). */
  private static final Pattern E164 = Pattern.compile("\\+[0-9]{2,15}");

  private VerifiedPhone() {}

  /**
   * The one user of the realm with this verified number. Empty when there are none or several, and
   * when the user's password has not moved yet: whether the number is a login is then still for the
   * old system to say.
   */
  public static Optional<UserModel> owner(KeycloakSession session, RealmModel realm, String login) {
    if (!E164.matcher(login).matches()) {
      return Optional.empty();
    }
    List<UserModel> owners =
        session
            .users()
            .searchForUserByUserAttributeStream(realm, "phoneNumber", login)
            .filter(user -> "true".equals(user.getFirstAttribute("phoneNumberVerified")))
            .limit(2)
            .toList();
    return owners.stream()
        .filter(user -> owners.size() == 1 && user.getFederationLink() == null)
        .findFirst();
  }
}
