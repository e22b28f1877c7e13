package dev.sluice.targets.keycloak;

import dev.sluice.migration.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/**
 * Tells what provisioning made from what others made: the attribute {@code sluice.from}, whose
 * value is the pool's id. Beside it a mark of a secret that Keycloak does not tell again.
 */
final class Mark {
  static final String FROM = "sluice.from";
  static final String SECRET = "sluice.secret";

  private Mark() {}

  static boolean isOne(String name) {
    return name.equals(FROM) || name.equals(SECRET);
  }

  /** Whether this object was made from this pool. */
  static boolean isOn(JsonNode object, String pool) {
    return pool.equals(value(object.path("attributes")))
        || pool.equals(value(object.path("config")))
        || pool.equals(value(object.path("annotations")));
  }

  private static String value(JsonNode attributes) {
    JsonNode value = attributes.path(FROM);
    return value.isArray() ? value.path(0).asString("") : value.asString("");
  }

  /** Changes with the secret, and tells nothing of it to somebody who lacks the key. */
  static String ofSecret(Secret key, Secret secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] code = mac.doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(code, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
