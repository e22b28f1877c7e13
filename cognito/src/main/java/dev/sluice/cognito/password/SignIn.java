package dev.sluice.cognito.password;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminRespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

/**
 * An answer to a sign-in, whichever call was made.
 *
 * @param tokens null where a challenge follows
 * @param challenge null where tokens were issued
 * @param session the session for answering the challenge; null where Cognito gave none
 */
record SignIn(
    @Nullable AuthenticationResultType tokens,
    @Nullable ChallengeNameType challenge,
    @Nullable String session,
    Map<String, String> parameters) {

  static SignIn of(AdminInitiateAuthResponse answer) {
    return new SignIn(
        answer.authenticationResult(),
        answer.challengeName(),
        answer.session(),
        answer.challengeParameters());
  }

  static SignIn of(AdminRespondToAuthChallengeResponse answer) {
    return new SignIn(
        answer.authenticationResult(),
        answer.challengeName(),
        answer.session(),
        answer.challengeParameters());
  }

  static SignIn of(RespondToAuthChallengeResponse answer) {
    return new SignIn(
        answer.authenticationResult(),
        answer.challengeName(),
        answer.session(),
        answer.challengeParameters());
  }

  static SignIn of(InitiateAuthResponse answer) {
    return new SignIn(
        answer.authenticationResult(),
        answer.challengeName(),
        answer.session(),
        answer.challengeParameters());
  }

  @Nullable String refreshToken() {
    return tokens == null ? null : tokens.refreshToken();
  }

  /** Leaves the tokens out, because they must not be logged. */
  @Override
  public String toString() {
    return tokens != null ? "tokens" : "challenge " + challenge;
  }
}
