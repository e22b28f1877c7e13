package dev.sluice.api.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The key that a login is looked up by: 64 bits of a hash over its text in one case. It is the same
 * on both databases and in every script, and an index over it is small. Two logins may share a key,
 * so what is found must still be compared.
 */
public final class LoginKey {
  private LoginKey() {}

  public static long of(String login) {
    byte[] hash = sha256().digest(inOneCase(login).getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(hash).getLong();
  }

  public static @Nullable Long ofNullable(@Nullable String login) {
    return login == null ? null : of(login);
  }

  /**
   * Returns the login in upper and then in lower case, so that letters with two lower cases, such
   * as sigma, become the same.
   */
  public static String inOneCase(String login) {
    return login.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  public static boolean sameInAnyCase(@Nullable String stored, String login) {
    return stored != null && inOneCase(stored).equals(inOneCase(login));
  }

  /**
   * Returns the login as targets keep it: in lower case. Letters with two lower cases stay two, so
   * fewer logins are one there than in {@link #inOneCase}.
   */
  public static String asAtTarget(String login) {
    return login.toLowerCase(Locale.ROOT);
  }

  /** Returns whether two logins are one at a target. */
  public static boolean sameAtTarget(@Nullable String stored, String login) {
    return stored != null && asAtTarget(stored).equals(asAtTarget(login));
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
