package dev.sluice.rehearsal.pool.call;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with a key that is the same for the same seed. */
public final class Seal {

  private static final String HMAC = "HmacSHA256";
  private final byte[] key;

  private Seal(byte[] key) {
    this.key = key;
  }

  public static Seal ofSeed(long seed) {
    return new Seal(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
  }

  static Seal ofKey(String key) {
    return new Seal(key.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] of(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256.", e);
    }
  }
}
