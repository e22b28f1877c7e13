package dev.sluice.keycloak.login;

import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputUpdater;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.policy.PasswordPolicyManagerProvider;

/** Puts a password into Keycloak's own store, hashed as the realm's policy says. */
public final class PasswordStore {
  private static final String KEYCLOAKS_OWN = "keycloak-password";

  private PasswordStore() {}

  /** Whether today's policy would not let the user choose it. To be asked before it is kept. */
  public static boolean isWeak(
      KeycloakSession session, RealmModel realm, UserModel user, String password) {
    return session.getProvider(PasswordPolicyManagerProvider.class).validate(realm, user, password)
        != null;
  }

  /** The same of somebody who is not here yet. */
  public static boolean isWeak(KeycloakSession session, String username, String password) {
    return session.getProvider(PasswordPolicyManagerProvider.class).validate(username, password)
        != null;
  }

  /** A password as it is stored, which nobody has yet. */
  public static PasswordCredentialModel hashed(
      KeycloakSession session, RealmModel realm, String password) {
    PasswordPolicy policy = realm.getPasswordPolicy();
    return hashing(session, policy).encodedCredential(password, policy.getHashIterations());
  }

  /** Keeps a proven old password even when today's policy would not let it be chosen. */
  static void keepProven(
      KeycloakSession session, RealmModel realm, UserModel user, PasswordCredentialModel hashed) {
    own(session).createCredential(realm, user, hashed);
  }

  /**
   * Keeps a password that somebody has just chosen.
   *
   * @throws org.keycloak.models.ModelException when the policy forbids it
   */
  static boolean setNew(
      KeycloakSession session, RealmModel realm, UserModel user, CredentialInput input) {
    return ((CredentialInputUpdater) own(session)).updateCredential(realm, user, input);
  }

  @SuppressWarnings("unchecked")
  private static CredentialProvider<PasswordCredentialModel> own(KeycloakSession session) {
    return (CredentialProvider<PasswordCredentialModel>)
        session.getProvider(CredentialProvider.class, KEYCLOAKS_OWN);
  }

  private static PasswordHashProvider hashing(KeycloakSession session, PasswordPolicy policy) {
    String algorithm = policy.getHashAlgorithm();
    PasswordHashProvider chosen =
        algorithm == null ? null : session.getProvider(PasswordHashProvider.class, algorithm);
    return chosen == null ? session.getProvider(PasswordHashProvider.class) : chosen;
  }
}
