package dev.sluice.cognito.srp;

import dev.sluice.api.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to Cognito that a password is known, by a signature in place of the password. */
public final class PasswordProof {
  private static final byte[] INFO = utf8("Caldera Derived Key");
  private static final int KEY_BYTES = 16;
  private static final String HMAC = "HmacSHA256";
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final SrpClient client;
  private final String poolName;

  PasswordProof(SrpClient client, String poolName) {
    this.client = client;
    this.poolName = poolName;
  }

  /**
   * Begins one proof; each sign-in needs a new one.
   *
   * @param userPoolId such as {@code eu-west-1_Ab12Cd34E}
   */
  public static PasswordProof begin(String userPoolId) {
    return new PasswordProof(
        SrpClient.begin(SrpGroup.COGNITO), userPoolId.substring(userPoolId.indexOf('_') + 1));
  }

  /** Returns the value that the sign-in begins with, {@code SRP_A}. */
  public String publicValue() {
    return client.publicValue().toString(16);
  }

  /**
   * Formats a moment as Cognito wants it beside the signature, such as Tue Feb 3 04:05:06 UTC 2026.
   */
  public static String timestamp(Instant moment) {
    return TIMESTAMP.format(moment);
  }

  /**
   * Returns the answer to the offer, {@code PASSWORD_CLAIM_SIGNATURE}.
   *
   * @throws IllegalArgumentException for an offer with which the exchange must not go on
   */
  public String signature(SrpOffer offer, Secret password, String timestamp) {
    byte[] signed =
        hmac(
            key(offer, password),
            utf8(poolName),
            utf8(offer.userId()),
            offer.secretBlockBytes(),
            utf8(timestamp));
    return Base64.getEncoder().encodeToString(signed);
  }

  /** Returns the key that both sides reach if the password is right. */
  byte[] key(SrpOffer offer, Secret password) {
    byte[] identity = utf8(poolName + offer.userId() + ":" + password.reveal());
    BigInteger x = SrpGroup.COGNITO.privateKey(offer.salt().toByteArray(), identity);
    BigInteger shared = client.premaster(offer.serverPublic(), x);
    byte[] salt = client.scrambler(offer.serverPublic()).toByteArray();
    return Hkdf.derive(shared.toByteArray(), salt, INFO, KEY_BYTES);
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no " + HMAC + ".", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
