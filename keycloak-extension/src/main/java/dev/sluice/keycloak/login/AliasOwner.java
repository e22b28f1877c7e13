package dev.sluice.keycloak.login;

import dev.sluice.keycloak.settings.SluiceComponent;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Finds a user by a login that Cognito has beside the username and Keycloak does not: a verified
 * phone number, or the preferred username where it is one in the pool.
 */
public final class AliasOwner {
  /** The component's setting: the attribute that holds the preferred username, if it is a login. */
  public static final String PREFERRED_USERNAME = "preferredUsername";

  /** The only form of phone numbers that Cognito accepts (developer guide, standard attributes). */
  private static final Pattern E164 = Pattern.compile("\\+[0-9]{2,15}");

  private AliasOwner() {}

  /**
   * Returns the one user of the realm with this login. Empty if there are none or several, or if
   * the user's password has not moved yet: the old system then still decides whose login it is.
   */
  public static Optional<UserModel> find(KeycloakSession session, RealmModel realm, String login) {
    return E164.matcher(login).matches()
        ? only(session, realm, "phoneNumber", login, AliasOwner::isVerified)
        : SluiceComponent.find(realm)
            .map(component -> component.getConfig().getFirst(PREFERRED_USERNAME))
            .filter(attribute -> !attribute.isBlank())
            .flatMap(attribute -> only(session, realm, attribute, login, user -> true));
  }

  private static Optional<UserModel> only(
      KeycloakSession session,
      RealmModel realm,
      String attribute,
      String login,
      Predicate<UserModel> counts) {
    List<UserModel> owners =
        session
            .users()
            .searchForUserByUserAttributeStream(realm, attribute, login)
            .filter(user -> user.getAttributeStream(attribute).anyMatch(login::equals))
            .filter(counts)
            .limit(2)
            .toList();
    return owners.stream()
        .filter(user -> owners.size() == 1 && user.getFederationLink() == null)
        .findFirst();
  }

  private static boolean isVerified(UserModel user) {
    return isTrue(user.getFirstAttribute("phoneNumberVerified"));
  }

  /** Reads a flag that an administrator may have written, in any case of letters. */
  private static boolean isTrue(@Nullable String flag) {
    return flag != null && flag.strip().equalsIgnoreCase("true");
  }
}
