package dev.sluice.rehearsal.user;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app that shows a user's codes: TOTP of RFC 6238 with SHA-1, 30 seconds and 6 digits. */
public final class AuthenticatorApp {

  /** How long a code is shown. */
  public static final Duration STEP = Duration.ofSeconds(30);

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String HMAC = "HmacSHA1";
  private static final int SECRET_BYTES = 20;
  private static final int CODES = 1_000_000;

  private final byte[] secret;

  /**
   * Takes the secret of any app.
   *
   * @param secret shared with whatever asks for the codes
   */
  public AuthenticatorApp(byte[] secret) {
    this.secret = secret.clone();
  }

  /** Returns the made-up app of a made-up user: its secret follows from the {@code sub}. */
  public static AuthenticatorApp of(MadeUser user) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] made = digest.digest(("app of " + user.sub()).getBytes(StandardCharsets.UTF_8));
      return new AuthenticatorApp(Arrays.copyOf(made, SECRET_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  /** Returns the secret in Base32, as a user types it into an app. */
  public String secret() {
    BigInteger bits = new BigInteger(1, secret);
    StringBuilder text = new StringBuilder();
    for (int right = secret.length * Byte.SIZE - 5; right >= 0; right -= 5) {
      text.append(LETTERS.charAt(bits.shiftRight(right).intValue() & 31));
    }
    return text.toString();
  }

  /** Returns what the app shows at that moment. */
  public String code(Instant when) {
    return code(step(when));
  }

  /** Returns what the app shows in that step. */
  public String code(long step) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
      return LoginNames.zeroPadded(number % CODES, 6);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + HMAC + ".", e);
    }
  }

  /** Returns how many steps there were since 1970. */
  public static long step(Instant when) {
    return when.getEpochSecond() / STEP.toSeconds();
  }
}
