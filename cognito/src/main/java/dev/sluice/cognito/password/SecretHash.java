package dev.sluice.cognito.password;

import dev.sluice.api.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hash that an app client with a secret has to send with a login: Base64(HMAC-SHA256(secret,
 * username + client id)) (Cognito developer guide, "computing secret hash values").
 */
final class SecretHash {
  private static final String ALGORITHM = "HmacSHA256";

  private SecretHash() {}

  static String of(String username, String clientId, Secret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] hash = mac.doFinal((username + clientId).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no " + ALGORITHM + ".", e);
    }
  }
}
