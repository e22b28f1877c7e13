package dev.sluice.keycloak.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows that was set up at Keycloak: RFC 6238 with its usual values. */
final class AuthenticatorApp {
  private static final Duration STEP = Duration.ofSeconds(30);
  private final String secret;

  /**
   * @param secret as the page has it
   */
  AuthenticatorApp(String secret) {
    this.secret = secret;
  }

  /** Set up on the page that Keycloak shows for it, which is sent off. */
  static AuthenticatorApp setUp(Browser browser) throws Exception {
    String secret = browser.field("totpSecret");
    var app = new AuthenticatorApp(secret);
    browser.submit(Map.of("totp", app.now(), "totpSecret", secret, "userLabel", "phone"));
    return app;
  }

  String now() {
    return code(Instant.now());
  }

  /** The code after the one that is shown: Keycloak takes it already, and takes none twice. */
  String next() {
    return code(Instant.now().plus(STEP));
  }

  private String code(Instant when) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      long step = when.getEpochSecond() / STEP.toSeconds();
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
