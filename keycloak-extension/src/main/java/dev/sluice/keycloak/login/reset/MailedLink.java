package dev.sluice.keycloak.login.reset;

import java.util.Optional;
import org.keycloak.TokenVerifier;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.VerificationException;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The link of a "forgot password" mail that a user has followed. */
final class MailedLink {
  private MailedLink() {}

  /**
   * Tells whether this login came by a link mailed to the user's current address: then the address
   * is as proven as by a verification mail.
   */
  static boolean proves(AuthenticationSessionModel login, UserModel user) {
    return followed(login)
        .filter(link -> ResetCredentialsActionToken.TOKEN_TYPE.equals(link.getActionId()))
        .filter(link -> user.getId().equals(link.getUserId()))
        .filter(link -> link.getEmail() != null && link.getEmail().equals(user.getEmail()))
        .isPresent();
  }

  /**
   * Reads the link, which Keycloak records only after it has verified signature, expiry and single
   * use.
   */
  private static Optional<ResetCredentialsActionToken> followed(AuthenticationSessionModel login) {
    return Optional.ofNullable(login.getAuthNote(Constants.KEY)).flatMap(MailedLink::read);
  }

  private static Optional<ResetCredentialsActionToken> read(String link) {
    try {
      return Optional.of(TokenVerifier.create(link, ResetCredentialsActionToken.class).getToken());
    } catch (VerificationException e) {
      // Another kind of link proves nothing here.
      return Optional.empty();
    }
  }
}
