package dev.sluice.cognito.srp;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Cognito answers to the first half of an SRP sign-in, its challenge {@code
 * PASSWORD_VERIFIER}.
 *
 * @param userId by which Cognito knows the user, whatever the login was
 * @param username by which the challenge is answered
 * @param secretBlock what Cognito wants back as it was, in Base64
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
    // Said now if it is no Base64, and not in the midst of a signature.
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
