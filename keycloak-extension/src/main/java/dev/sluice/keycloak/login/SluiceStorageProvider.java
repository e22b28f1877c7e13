package dev.sluice.keycloak.login;

import dev.sluice.keycloak.gateway.Refusal;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.load.update.UserChanges;
import dev.sluice.keycloak.load.user.UserRow;
import dev.sluice.keycloak.settings.MigrationMode;
import dev.sluice.keycloak.settings.SluiceComponent;
import dev.sluice.keycloak.wire.PlannedAction;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.ServiceUnavailableException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputUpdater;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.user.UserRegistrationProvider;

/** Represents the password of a linked user until Keycloak has one. */
public final class SluiceStorageProvider
    implements UserStorageProvider,
        CredentialInputValidator,
        CredentialInputUpdater,
        UserRegistrationProvider {
  private static final long LOCKED_SECONDS = 60;

  private final KeycloakSession session;
  private final ComponentModel component;
  private final FirstLogin firstLogin;
  private final Outbox outbox;

  SluiceStorageProvider(
      KeycloakSession session, ComponentModel component, FirstLogin firstLogin, Outbox outbox) {
    this.session = session;
    this.component = component;
    this.firstLogin = firstLogin;
    this.outbox = outbox;
  }

  @Override
  public boolean supportsCredentialType(String type) {
    return PasswordCredentialModel.TYPE.equals(type);
  }

  @Override
  public boolean isConfiguredFor(RealmModel realm, UserModel user, String type) {
    return supportsCredentialType(type)
        && SluiceComponent.isLinked(component, user)
        && MigrationMode.of(component).asksTheGateway();
  }

  /**
   * Checks the password; a right one moves here.
   *
   * @throws ServiceUnavailableException if there is no verdict: false would count as a wrong
   *     password
   * @throws ForbiddenException if it is right but may not move yet, or a second factor is required,
   *     for the same reason. This extension's authenticators ask first and show a friendlier
   *     message.
   */
  @Override
  public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
    String password = input.getChallengeResponse();
    if (!supportsCredentialType(input.getType()) || password == null) {
      return false;
    }
    Optional<Verdict> verdict = firstLogin.ofLinked(realm, user, password);
    if (verdict.isPresent() && verdict.get() instanceof Verdict.None none) {
      throw new ServiceUnavailableException((long) none.retryAfterSeconds());
    }
    if (verdict.filter(new Verdict.Refused(Refusal.LOCKED)::equals).isPresent()) {
      throw new ServiceUnavailableException(LOCKED_SECONDS);
    }
    if (verdict.isPresent() && verdict.get() instanceof Verdict.NotYet notYet) {
      throw new ForbiddenException(ShownMessage.toApplication(notYet));
    }
    if (verdict.isPresent() && verdict.get() instanceof Verdict.FactorOwed) {
      throw new ForbiddenException(
          "This login requires a second factor, but this flow cannot ask for it");
    }
    return verdict.filter(Verdict.Proven.class::isInstance).isPresent();
  }

  /** Stores a new password in Keycloak, which replaces the old one. */
  @Override
  public boolean updateCredential(RealmModel realm, UserModel user, CredentialInput input) {
    if (!supportsCredentialType(input.getType()) || !SluiceComponent.isLinked(component, user)) {
      return false;
    }
    boolean factorIsOwed = owesFactor(realm, user);
    Optional<UserRow> row = UserRow.hold(session, realm, user.getId());
    StaleUser.forget(user);
    if (row.filter(held -> held.isLinkedTo(component)).isEmpty()) {
      // A first login came first: Keycloak itself changes what it stored.
      PasswordStore.removeUnseen(session, user);
      return false;
    }
    if (!PasswordStore.setNew(session, realm, user, input)) {
      return false;
    }
    if (factorIsOwed) {
      user.addRequiredAction(PlannedAction.SECOND_FACTOR.requiredAction());
    }
    user.setFederationLink(null);
    outbox.add(session, realm, user, Outbox.BY_RESET);
    return true;
  }

  /** Ensures that a new password alone is not enough for a user that had two factors. */
  private boolean owesFactor(RealmModel realm, UserModel user) {
    return !user.credentialManager().isConfiguredFor(OTPCredentialModel.TYPE)
        && FactorCheck.find(session, realm).filter(check -> check.isOwedBy(user)).isPresent();
  }

  @Override
  public void disableCredentialType(RealmModel realm, UserModel user, String type) {
    // There is nothing here to disable: the old password is not ours.
  }

  @Override
  public Stream<String> getDisableableCredentialTypesStream(RealmModel realm, UserModel user) {
    return Stream.empty();
  }

  /**
   * Returns the password that is not here yet, with the user's date, to Keycloak's account page: it
   * shows 1969 for one without a date. Administrators see what is stored here.
   */
  @Override
  public Stream<CredentialModel> getCredentials(RealmModel realm, UserModel user) {
    if (!isAccountPage() || !isConfiguredFor(realm, user, PasswordCredentialModel.TYPE)) {
      return Stream.empty();
    }
    var password = new CredentialModel();
    password.setType(PasswordCredentialModel.TYPE);
    password.setCreatedDate(user.getCreatedTimestamp());
    return Stream.of(password);
  }

  private boolean isAccountPage() {
    HttpRequest request = session.getContext().getHttpRequest();
    return request != null && request.getUri().getPath().contains("/account/");
  }

  /** Adds no users: new users belong to Keycloak. */
  @Override
  public @Nullable UserModel addUser(RealmModel realm, String username) {
    return null;
  }

  /** Allows removal; otherwise a linked user could not be deleted. */
  @Override
  public boolean removeUser(RealmModel realm, UserModel user) {
    if (!UserChanges.isRemoving(session)) {
      outbox.gone(session, realm, user);
    }
    return true;
  }

  @Override
  public void close() {}
}
