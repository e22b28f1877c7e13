package dev.sluice.rehearsal.srp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One sign-in by SRP-6a, seen from the pool: it knows the password, sees only the client's public
 * value and signature, and never the password that was typed.
 *
 * <p>As in Cognito: the 3072-bit group of RFC 3526, SHA-256, numbers hashed as two's complement,
 * and the pool's name before the user's in front of the password (AWS's own client,
 * amazon-cognito-identity-js).
 */
public final class SrpServer {

  private static final BigInteger N =
      new BigInteger(
          """
          FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74
          020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437
          4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED
          EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05
          98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB
          9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B
          E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718
          3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33
          A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7
          ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864
          D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2
          08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF
          """
              .replace("\n", ""),
          16);
  private static final BigInteger G = BigInteger.TWO;
  private static final BigInteger K = hash(N.toByteArray(), G.toByteArray());
  private static final int SECRET_BITS = 256;
  private static final int KEY_BYTES = 16;
  private static final String HMAC = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String poolName;
  private final String userId;
  private final BigInteger clientPublic;
  private final BigInteger verifier;
  private final BigInteger secret = new BigInteger(SECRET_BITS, RANDOM);
  private final BigInteger ownPublic;

  /**
   * @param poolName the pool's id after the underscore
   * @param clientPublic the client's value A
   * @throws IllegalArgumentException for an A that would let anyone in
   */
  public SrpServer(
      String poolName, String userId, String password, BigInteger salt, BigInteger clientPublic) {
    if (clientPublic.mod(N).signum() == 0) {
      throw new IllegalArgumentException("SRP_A is a multiple of the group's prime.");
    }
    this.poolName = poolName;
    this.userId = userId;
    this.clientPublic = clientPublic;
    byte[] identity = sha256(utf8(poolName + userId + ":" + password));
    this.verifier = G.modPow(hash(salt.toByteArray(), identity), N);
    this.ownPublic = K.multiply(verifier).add(G.modPow(secret, N)).mod(N);
  }

  /** Returns the pool's value B. */
  public BigInteger publicValue() {
    return ownPublic;
  }

  /** Returns whether the signer knows the password. */
  public boolean isProvenBy(byte[] signature, byte[] secretBlock, String timestamp) {
    BigInteger u = hash(clientPublic.toByteArray(), ownPublic.toByteArray());
    BigInteger shared = clientPublic.multiply(verifier.modPow(u, N)).modPow(secret, N);
    byte[] derived =
        hmac(hmac(u.toByteArray(), shared.toByteArray()), utf8("Caldera Derived Key\u0001"));
    byte[] right =
        hmac(
            Arrays.copyOf(derived, KEY_BYTES),
            utf8(poolName),
            utf8(userId),
            secretBlock,
            utf8(timestamp));
    return MessageDigest.isEqual(right, signature);
  }

  private static BigInteger hash(byte[]... parts) {
    return new BigInteger(1, sha256(parts));
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Arrays.stream(parts).forEach(digest::update);
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      Arrays.stream(parts).forEach(mac::update);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + HMAC + ".", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
