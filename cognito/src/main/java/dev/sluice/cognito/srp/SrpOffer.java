package dev.sluice.cognito.srp;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cognito's answer to the first half of an SRP sign-in, its challenge {@code PASSWORD_VERIFIER}.
 *
 * @param userId the id by which Cognito knows the user, whatever the login was
 * @param username the name with which the challenge is answered
 * @param secretBlock what Cognito wants returned unchanged, in Base64
 */
public record SrpOffer(
    String userId, String username, BigInteger salt, BigInteger serverPublic, String secretBlock) {

  /**
   * Reads the challenge's parameters.
   *
   * @throws IllegalArgumentException when one is missing or no number
   */
  public static SrpOffer of(Map<String, String> parameters) {
    String userId = need(parameters, "USER_ID_FOR_SRP");
    SrpOffer offer =
        new SrpOffer(
            userId,
            parameters.getOrDefault("USERNAME", userId),
            number(parameters, "SALT"),
            number(parameters, "SRP_B"),
            need(parameters, "SECRET_BLOCK"));
    // Checked now, so that text that is not Base64 does not fail in the midst of a signature.
    offer.secretBlockBytes();
    return offer;
  }

  byte[] secretBlockBytes() {
    return Base64.getDecoder().decode(secretBlock);
  }

  private static BigInteger number(Map<String, String> parameters, String name) {
    return new BigInteger(need(parameters, name), 16);
  }

  private static String need(Map<String, String> parameters, String name) {
    @Nullable String value = parameters.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("The challenge PASSWORD_VERIFIER has no " + name + ".");
    }
    return value;
  }
}
