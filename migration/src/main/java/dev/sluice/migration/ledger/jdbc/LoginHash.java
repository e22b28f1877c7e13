package dev.sluice.migration.ledger.jdbc;

import dev.sluice.api.Secret;
import dev.sluice.api.ledger.LoginKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides what a user typed as a login, which may be a password by mistake: without the key it cannot
 * be found by trying.
 */
final class LoginHash {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  LoginHash(Secret key) {
    this.key = new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  byte[] of(String login) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update("attempts of login ".getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(LoginKey.inOneCase(login).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + ALGORITHM + ".", impossible);
    }
  }
}
