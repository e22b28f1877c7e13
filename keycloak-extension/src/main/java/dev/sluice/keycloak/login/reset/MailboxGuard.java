package dev.sluice.keycloak.login.reset;

import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.keycloak.login.FactorCheck;
import dev.sluice.keycloak.settings.ResetPolicy;
import dev.sluice.keycloak.settings.SluiceComponent;
import java.util.Optional;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;

/**
 * Whom a mail with a link may let in who has not moved yet. A user pool mails to verified addresses
 * only, because a mistyped one belongs to somebody else; and a mailbox does not stand in for a
 * password and a second factor, unless the owner says so.
 */
final class MailboxGuard {
  private MailboxGuard() {}

  /** Why no mail alone may let this user in, as the event names it; empty when one may. */
  static Optional<String> objection(KeycloakSession session, RealmModel realm, UserModel user) {
    Optional<String> unverified = unverified(realm, user);
    return unverified.isEmpty() && owesFactor(session, realm, user)
        ? Optional.of("sluice_second_factor")
        : unverified;
  }

  /** The same of a mail that leads to a new password, after which the owner may have one enrol. */
  static Optional<String> objectionToReset(
      KeycloakSession session, RealmModel realm, UserModel user) {
    boolean newFactorWillDo =
        SluiceComponent.find(realm)
            .filter(component -> ResetPolicy.of(component) == ResetPolicy.ENROL)
            .isPresent();
    return newFactorWillDo ? unverified(realm, user) : objection(session, realm, user);
  }

  private static Optional<String> unverified(RealmModel realm, UserModel user) {
    return !user.isEmailVerified() && !mustVerifyEmail(user) && isLinked(realm, user)
        ? Optional.of(Errors.INVALID_EMAIL)
        : Optional.empty();
  }

  // Who never confirmed in the pool has nothing there yet that a stranger could take over.
  static boolean mustVerifyEmail(UserModel user) {
    return user.getRequiredActionsStream().anyMatch(RequiredAction.VERIFY_EMAIL.name()::equals);
  }

  static boolean isLinked(RealmModel realm, UserModel user) {
    return Optional.ofNullable(user.getFederationLink())
        .map(realm::getComponent)
        .filter(component -> ExtensionVersion.ID.equals(component.getProviderId()))
        .isPresent();
  }

  // Where nobody can tell, none is sent either: an outage must not open what a factor has closed.
  private static boolean owesFactor(KeycloakSession session, RealmModel realm, UserModel user) {
    return FactorCheck.find(session, realm).filter(check -> check.isOwedBy(user)).isPresent();
  }
}
