package dev.sluice.keycloak.login;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputUpdater;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.policy.PasswordPolicyManagerProvider;

/** Stores a password in Keycloak, hashed by the realm's policy. */
public final class PasswordStore {
  private static final String KEYCLOAKS_OWN = "keycloak-password";

  private PasswordStore() {}

  /** Tells whether the current policy forbids the password; ask before storing it. */
  public static boolean isWeak(
      KeycloakSession session, RealmModel realm, UserModel user, String password) {
    return session.getProvider(PasswordPolicyManagerProvider.class).validate(realm, user, password)
        != null;
  }

  /** Tells the same for a user that is not here yet. */
  public static boolean isWeak(KeycloakSession session, String username, String password) {
    return session.getProvider(PasswordPolicyManagerProvider.class).validate(username, password)
        != null;
  }

  /** Returns a password in its stored form, without a user. */
  public static PasswordCredentialModel hashed(
      KeycloakSession session, RealmModel realm, String password) {
    PasswordPolicy policy = realm.getPasswordPolicy();
    return hashing(session, policy).encodedCredential(password, policy.getHashIterations());
  }

  /** Stores a proven old password even if the current policy forbids it. */
  static void keepProven(
      KeycloakSession session, RealmModel realm, UserModel user, PasswordCredentialModel hashed) {
    own(session).createCredential(realm, user, hashed);
  }

  /**
   * Stores a password that the user has just chosen.
   *
   * @throws org.keycloak.models.ModelException if the policy forbids it
   */
  static boolean setNew(
      KeycloakSession session, RealmModel realm, UserModel user, CredentialInput input) {
    return ((CredentialInputUpdater) own(session)).updateCredential(realm, user, input);
  }

  /**
   * Removes a password that another login has stored since this transaction began, where the
   * database hides it from this one: Keycloak would store another beside it.
   */
  static void removeUnseen(KeycloakSession session, UserModel user) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    Set<String> seen =
        user.credentialManager()
            .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
            .map(CredentialModel::getId)
            .collect(Collectors.toSet());
    // Only with a lock is the newest state read everywhere.
    entities
        .createQuery(
            "select c from CredentialEntity c where c.user.id = :id and c.type = :type",
            CredentialEntity.class)
        .setParameter("id", user.getId())
        .setParameter("type", PasswordCredentialModel.TYPE)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .stream()
        .filter(stored -> !seen.contains(stored.getId()))
        .forEach(entities::remove);
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
