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
 * A login whose password is proven and whose second factor is not, or not set up here yet. It is
 * kept in the notes of Keycloak's authentication session, which end with the login: of the password
 * only its hash, and no user has it before the login is through.
 *
 * @param newcomer the user where it is not here yet
 * @param then what else the user has to do once it has moved
 * @param asked what the old system still waits for; null when that is nothing
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

  /** After a kind was chosen. */
  public PendingLogin asking(Factor factor) {
    return new PendingLogin(userId, newcomer, then, secretData, credentialData, factor, provedOld);
  }

  /** After a right code: nothing is left to prove, and the user is here. */
  public PendingLogin proven() {
    return new PendingLogin(userId, null, then, secretData, credentialData, null, true);
  }

  /** Whether the old system has nothing left to ask, and the user is here. */
  public boolean isThrough() {
    return asked == null && newcomer == null;
  }

  /** Of somebody without an old second factor, who is here by now. */
  public PendingLogin here() {
    return new PendingLogin(userId, null, then, secretData, credentialData, asked, provedOld);
  }

  /** The password as Keycloak stores it. */
  PasswordCredentialModel hashed() {
    var hashed = new CredentialModel();
    hashed.setType(PasswordCredentialModel.TYPE);
    hashed.setSecretData(secretData);
    hashed.setCredentialData(credentialData);
    return PasswordCredentialModel.createFromCredentialModel(hashed);
  }

  @Override
  public String toString() {
    return "HalfLogin[" + userId + "]";
  }
}
