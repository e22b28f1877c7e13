package dev.sluice.cognito;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

/**
 * An answer to a sign-in, whichever call was made.
 *
 * @param tokens null where a challenge follows
 * @param challenge null where tokens were given
 */
record SignIn(
    @Nullable AuthenticationResultType tokens,
    @Nullable ChallengeNameType challenge,
    Map<String, String> parameters) {

  static SignIn of(AdminInitiateAuthResponse answer) {
    return new SignIn(
        answer.authenticationResult(), answer.challengeName(), answer.challengeParameters());
  }

  static SignIn of(InitiateAuthResponse answer) {
    return new SignIn(
        answer.authenticationResult(), answer.challengeName(), answer.challengeParameters());
  }

  @Nullable String refreshToken() {
    return tokens == null ? null : tokens.refreshToken();
  }

  /** Tokens are not for logs. */
  @Override
  public String toString() {
    return tokens != null ? "tokens" : "challenge " + challenge;
  }
}
