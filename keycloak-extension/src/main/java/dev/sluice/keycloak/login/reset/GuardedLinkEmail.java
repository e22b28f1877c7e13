package dev.sluice.keycloak.login.reset;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.IdpEmailVerificationAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Sends Keycloak's mail that joins an account at another provider to a user with the same address,
 * unless a mail alone must not log the user in: that user proves the password instead.
 */
final class GuardedLinkEmail extends IdpEmailVerificationAuthenticator {
  @Override
  protected void authenticateImpl(
      AuthenticationFlowContext context,
      SerializedBrokeredIdentityContext serialized,
      BrokeredIdentityContext broker) {
    KeycloakSession session = context.getSession();
    RealmModel realm = context.getRealm();
    UserModel user = getExistingUser(session, realm, context.getAuthenticationSession());
    Optional<String> objection = MailboxGuard.objection(session, realm, user);
    if (objection.isPresent()) {
      context
          .getEvent()
          .clone()
          .event(EventType.SEND_IDENTITY_PROVIDER_LINK)
          .user(user)
          .error(objection.get());
      context.attempted();
    } else {
      super.authenticateImpl(context, serialized, broker);
    }
  }
}
