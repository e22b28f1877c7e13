package dev.sluice.migration.assess.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Represents a value by 64 bits, with a key that is never stored: what is written reveals nothing
 * of the value. Among 200 million values, two different ones share a fingerprint with a chance of 1
 * in 1,000.
 */
final class KeyedHash {
  private final byte[] key = new byte[32];

  KeyedHash() {
    new SecureRandom().nextBytes(key);
  }

  /** Returns the same for one value of kinds that are compared with each other. */
  long of(ValueFingerprint.Kind kind, String value) {
    MessageDigest digest = sha256();
    digest.update(key);
    digest.update((byte) kind.comparedWith().code());
    return ByteBuffer.wrap(digest.digest(value.getBytes(UTF_8))).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
