package dev.sluice.keycloak.login.reset;

import java.util.Optional;
import org.keycloak.TokenVerifier;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.VerificationException;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The link of a "forgot password" mail that somebody has followed. */
final class MailedLink {
  private MailedLink() {}

  /**
   * Whether this login came by a link that was mailed to the address which the user has now: then
   * the address is as proven as by a mail that does nothing but verify it.
   */
  static boolean proves(AuthenticationSessionModel login, UserModel user) {
    return followed(login)
        .filter(link -> ResetCredentialsActionToken.TOKEN_TYPE.equals(link.getActionId()))
        .filter(link -> user.getId().equals(link.getUserId()))
        .filter(link -> link.getEmail() != null && link.getEmail().equals(user.getEmail()))
        .isPresent();
  }

  /** Keycloak notes a link only once it has verified signature, expiry and that it is unused. */
  private static Optional<ResetCredentialsActionToken> followed(AuthenticationSessionModel login) {
    return Optional.ofNullable(login.getAuthNote(Constants.KEY)).flatMap(MailedLink::read);
  }

  private static Optional<ResetCredentialsActionToken> read(String link) {
    try {
      return Optional.of(TokenVerifier.create(link, ResetCredentialsActionToken.class).getToken());
    } catch (VerificationException e) {
      // A link of another kind proves nothing here.
      return Optional.empty();
    }
  }
}
