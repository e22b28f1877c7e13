package dev.sluice.keycloak.login;

import dev.sluice.keycloak.settings.MigrationMode;
import dev.sluice.keycloak.settings.SluiceComponent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Makes every refusal take as long as one question to the old system and one hash, so that timing
 * does not reveal which users exist or have moved.
 */
public final class RefusalTimingPadding {
  private static final String ASKED = "sluice.asked-nanos";

  private RefusalTimingPadding() {}

  /** Records the time of a question to the gateway within this request. */
  static void asked(KeycloakSession session, Duration taken) {
    session.setAttribute(ASKED, taken.plus(asked(session)).toNanos());
  }

  private static Duration asked(KeycloakSession session) {
    return Duration.ofNanos(
        Optional.ofNullable(session.getAttribute(ASKED, Long.class)).orElse(0L));
  }

  /** Computes a dummy hash if Keycloak had no hash of the user to compare with. */
  public static void hash(AuthenticationFlowContext context, UserModel user, String password) {
    if (password.isEmpty() || !hasOwnPassword(user)) {
      AuthenticatorUtils.dummyHash(context);
    }
  }

  private static boolean hasOwnPassword(UserModel user) {
    return user.credentialManager()
        .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
        .findAny()
        .isPresent();
  }

  /** Waits as long as the old system would have taken, if it was not asked. */
  public static void rest(KeycloakSession session, RealmModel realm, String password) {
    if (password.isEmpty()) {
      return;
    }
    SluiceComponent.find(realm)
        .filter(component ->
            SluiceComponent.isAtWork(component) && MigrationMode.of(component).asksTheGateway())
        .map(component -> SluiceStorageProviderFactory.of(session).refusalTimes(component))
        .map(times -> times.missing(asked(session)))
        .ifPresent(RefusalTimingPadding::sleep);
  }

  private static void sleep(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      // Keycloak is stopping, so it refuses at once.
      Thread.currentThread().interrupt();
    }
  }
}
