package dev.sluice.keycloak.live;

import dev.sluice.rehearsal.user.AuthenticatorApp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Shows the codes of an authenticator app that was set up at Keycloak. */
final class EnrolledApp {
  private final AuthenticatorApp app;

  /**
   * Takes the secret that the app was set up with.
   *
   * @param secret as the page has it
   */
  EnrolledApp(String secret) {
    this.app = new AuthenticatorApp(secret.getBytes(StandardCharsets.UTF_8));
  }

  /** Sets one up on the page that Keycloak shows for it, and sends the page off. */
  static EnrolledApp setUp(Browser browser) throws Exception {
    String secret = browser.field("totpSecret");
    var app = new EnrolledApp(secret);
    browser.submit(Map.of("totp", app.now(), "totpSecret", secret, "userLabel", "phone"));
    return app;
  }

  /** Returns the code that the app shows. */
  String now() {
    return app.code(Instant.now());
  }

  /** Returns the code after it: Keycloak takes it already, and takes none twice. */
  String next() {
    return app.code(Instant.now().plus(AuthenticatorApp.STEP));
  }
}
