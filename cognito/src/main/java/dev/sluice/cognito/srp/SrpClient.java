package dev.sluice.cognito.srp;

import java.math.BigInteger;
import java.security.SecureRandom;

/** The client's side of one SRP-6a exchange (RFC 5054, section 2.6). */
final class SrpClient {
  /** RFC 5054 requires at least 256 bits. */
  private static final int SECRET_BITS = 512;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SrpGroup group;
  private final BigInteger secret;
  private final BigInteger publicValue;

  /**
   * @param secret RFC 5054's {@code a}; a new one for every exchange
   */
  SrpClient(SrpGroup group, BigInteger secret) {
    this.group = group;
    this.secret = secret;
    this.publicValue = group.generator().modPow(secret, group.prime());
  }

  static SrpClient begin(SrpGroup group) {
    return new SrpClient(group, new BigInteger(SECRET_BITS, RANDOM).setBit(SECRET_BITS - 1));
  }

  /** Returns RFC 5054's {@code A}. */
  BigInteger publicValue() {
    return publicValue;
  }

  /** Returns RFC 5054's {@code u}. */
  BigInteger scrambler(BigInteger serverPublic) {
    return group.scrambler(publicValue, serverPublic);
  }

  /**
   * Returns RFC 5054's premaster secret, which the other side reaches only with the same password.
   *
   * @param serverPublic RFC 5054's {@code B}
   * @param privateKey RFC 5054's {@code x}
   * @throws IllegalArgumentException for a B with which the exchange must not go on
   */
  BigInteger premaster(BigInteger serverPublic, BigInteger privateKey) {
    BigInteger prime = group.prime();
    if (serverPublic.mod(prime).signum() == 0) {
      throw new IllegalArgumentException("The server's SRP value is a multiple of the prime.");
    }
    BigInteger u = scrambler(serverPublic);
    BigInteger masked = group.multiplier().multiply(group.generator().modPow(privateKey, prime));
    return serverPublic
        .subtract(masked)
        .mod(prime)
        .modPow(secret.add(u.multiply(privateKey)), prime);
  }
}
