package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.settings.SluiceComponent;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Takes an email away from a user that has not moved, because it is the login of another. */
public final class EmailRelease {
  private final KeycloakSession session;
  private final RealmModel realm;

  public EmailRelease(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /**
   * Takes it away, in this transaction.
   *
   * @return false if that user is in Keycloak's charge, and so keeps it
   */
  public boolean from(String userId, String email) {
    if (UserRow.hold(session, realm, userId).isEmpty()) {
      return false;
    }
    UserModel holder = session.users().getUserById(realm, userId);
    if (holder == null || !hasNotMoved(holder)) {
      return false;
    }
    if (holder.getEmail() == null) {
      return true;
    }
    if (!email.equals(holder.getEmail())) {
      // Only the database takes the two for one.
      return false;
    }
    holder.setEmail(null);
    holder.setEmailVerified(false);
    holder.removeRequiredAction(RequiredAction.VERIFY_EMAIL);
    // What is written next must find the address free.
    session.getProvider(JpaConnectionProvider.class).getEntityManager().flush();
    return true;
  }

  /** In the bulk mode nobody is linked: there, whoever still has to set a password has not come. */
  private boolean hasNotMoved(UserModel user) {
    String link = user.getFederationLink();
    if (link != null) {
      return SluiceComponent.find(realm)
          .filter(component -> component.getId().equals(link))
          .isPresent();
    }
    return user.getRequiredActionsStream().anyMatch(RequiredAction.UPDATE_PASSWORD.name()::equals)
        && user.credentialManager()
            .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
            .findAny()
            .isEmpty();
  }
}
