package dev.sluice.keycloak.login;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.sluice.keycloak.gateway.Factor;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.wire.PlannedAction;
import dev.sluice.keycloak.wire.PlannedUser;
import dev.sluice.keycloak.wire.WireJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A login whose password is proven but whose second factor is not, or is not set up here yet. It is
 * stored in the notes of Keycloak's authentication session, which end with the login. They hold
 * only the password's hash, and no user gets it before the login is complete.
 *
 * @param newcomer the user if it is not here yet
 * @param then what else the user must do once it has moved
 * @param asked what the old system still requires; null if nothing
 * @param provedOld whether there was an old second factor, and it was proven
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PendingLogin(
    String userId,
    @Nullable PlannedUser newcomer,
    List<PlannedAction> then,
    String secretData,
    String credentialData,
    @Nullable Factor asked,
    boolean provedOld) {
  private static final String NOTE = "sluice.half-login";

  public static PendingLogin begin(
      String userId, Verdict.FactorOwed owed, boolean isHere, PasswordCredentialModel hashed) {
    return new PendingLogin(
        userId,
        isHere ? null : owed.user().orElse(null),
        owed.then(),
        hashed.getSecretData(),
        hashed.getCredentialData(),
        owed.factor().orElse(null),
        false);
  }

  public static Optional<PendingLogin> of(AuthenticationSessionModel login) {
    return Optional.ofNullable(login.getAuthNote(NOTE))
        .map(note -> WireJson.read(note, PendingLogin.class));
  }

  public static void forget(AuthenticationSessionModel login) {
    login.removeAuthNote(NOTE);
  }

  public void keep(AuthenticationSessionModel login) {
    login.setAuthNote(NOTE, WireJson.write(this));
  }

  /** Returns the login after a kind was chosen. */
  public PendingLogin asking(Factor factor) {
    return new PendingLogin(userId, newcomer, then, secretData, credentialData, factor, provedOld);
  }

  /** Returns the login after a right code: nothing is left to prove, and the user is here. */
  public PendingLogin proven() {
    return new PendingLogin(userId, null, then, secretData, credentialData, null, true);
  }

  /** Tells whether the old system requires nothing more and the user is here. */
  public boolean isThrough() {
    return asked == null && newcomer == null;
  }

  /** Returns the login of a user without an old second factor that is here by now. */
  public PendingLogin here() {
    return new PendingLogin(userId, null, then, secretData, credentialData, asked, provedOld);
  }

  /** Returns the password as Keycloak stores it. */
  PasswordCredentialModel hashed() {
    var hashed = new CredentialModel();
    hashed.setType(PasswordCredentialModel.TYPE);
    hashed.setSecretData(secretData);
    hashed.setCredentialData(credentialData);
    return PasswordCredentialModel.createFromCredentialModel(hashed);
  }

  @Override
  public String toString() {
    return "PendingLogin[" + userId + "]";
  }
}
