package dev.sluice.targets.provision;

import dev.sluice.api.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Distinguishes what provisioning created from what others created: an attribute {@code
 * sluice.from}, whose value is the pool's id, or, if a target has data in objects, {@code
 * data.sluice.from}. Beside it is a fingerprint of a secret that the target does not return.
 */
public final class OwnershipTag {
  public static final String FROM = "sluice.from";
  public static final String SECRET = "sluice.secret";

  /** The object that holds the tag at a target with data in objects. */
  static final String OBJECT = "sluice";

  private OwnershipTag() {}

  static boolean isOne(String name) {
    return name.equals(FROM) || name.equals(SECRET);
  }

  /** Puts the tag of this pool into an object with data. */
  public static void put(ObjectNode object, String pool) {
    object.withObject("/data/" + OBJECT).put("from", pool);
  }

  /** Tells whether this object was created from this pool. */
  public static boolean isOn(JsonNode object, String pool) {
    return pool.equals(value(object.path("attributes")))
        || pool.equals(value(object.path("config")))
        || pool.equals(value(object.path("annotations")))
        || pool.equals(object.path("data").path(OBJECT).path("from").asString(""));
  }

  /** Tells whether this object with data was created from any pool. */
  public static boolean isOn(JsonNode object) {
    return object.path("data").path(OBJECT).has("from");
  }

  private static String value(JsonNode attributes) {
    JsonNode value = attributes.path(FROM);
    return value.isArray() ? value.path(0).asString("") : value.asString("");
  }

  /**
   * Returns a fingerprint that changes with the secret and reveals nothing of it without the key.
   */
  public static String ofSecret(Secret key, Secret secret) {
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
