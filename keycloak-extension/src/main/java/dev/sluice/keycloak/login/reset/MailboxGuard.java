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
 * Decides which users that have not moved yet may log in with a mailed link. A user pool mails only
 * to verified addresses, because a mistyped one belongs to another person; and a mailbox does not
 * replace a password and a second factor, unless the owner allows it.
 */
final class MailboxGuard {
  private MailboxGuard() {}

  /** Returns why a mail alone must not log this user in, as named in the event; empty if it may. */
  static Optional<String> objection(KeycloakSession session, RealmModel realm, UserModel user) {
    Optional<String> unverified = unverified(realm, user);
    return unverified.isEmpty() && owesFactor(session, realm, user)
        ? Optional.of("sluice_second_factor")
        : unverified;
  }

  /**
   * Returns the same for a mail that leads to a new password, after which the operator may require
   * enrolment.
   */
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

  // A user that never confirmed in the pool has nothing there that a stranger could take over.
  static boolean mustVerifyEmail(UserModel user) {
    return user.getRequiredActionsStream().anyMatch(RequiredAction.VERIFY_EMAIL.name()::equals);
  }

  static boolean isLinked(RealmModel realm, UserModel user) {
    return Optional.ofNullable(user.getFederationLink())
        .map(realm::getComponent)
        .filter(component -> ExtensionVersion.ID.equals(component.getProviderId()))
        .isPresent();
  }

  // If it is unknown, no mail is sent either: an outage must not bypass a factor.
  private static boolean owesFactor(KeycloakSession session, RealmModel realm, UserModel user) {
    return FactorCheck.find(session, realm).filter(check -> check.isOwedBy(user)).isPresent();
  }
}
