package dev.sluice.cognito.password;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.cognito.srp.PasswordProof;
import dev.sluice.cognito.srp.SrpOffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

/**
 * Signs a user in by Secure Remote Password: two calls, neither of which carries the password. Both
 * are signed calls, which pass the end user's address to Cognito and are not behind the firewall.
 */
final class SrpSignInCall {
  private final CognitoOptions options;
  private final CognitoIdentityProviderClient client;
  private final ClientParameters parameters;
  private final ChallengeCall challenges;

  SrpSignInCall(CognitoConnection connection) {
    this.options = connection.options();
    this.client = connection.client();
    this.parameters = new ClientParameters(options);
    this.challenges = new ChallengeCall(connection);
  }

  SignIn make(PasswordAttempt attempt, Duration longest) throws InterruptedException {
    long start = System.nanoTime();
    PasswordProof proof = PasswordProof.begin(options.userPoolId());
    AdminInitiateAuthResponse offered = begin(attempt, proof, longest);
    if (offered.challengeName() != ChallengeNameType.PASSWORD_VERIFIER) {
      throw new NoVerdictException(
          NoVerdictReason.MISCONFIGURED,
          "The app client answered an SRP sign-in with "
              + SignIn.of(offered)
              + ", before any password was checked. Use an app client without custom"
              + " authentication.");
    }
    Map<String, String> answer = answer(attempt, proof, offered);
    Duration left = longest.minusNanos(System.nanoTime() - start);
    return challenges.answer(
        ChallengeNameType.PASSWORD_VERIFIER,
        offered.session(),
        answer,
        ClientParameters.context(attempt.ip(), attempt.userAgent()),
        left);
  }

  private AdminInitiateAuthResponse begin(
      PasswordAttempt attempt, PasswordProof proof, Duration longest) {
    Map<String, String> begun = parameters.of(attempt.login());
    begun.put("SRP_A", proof.publicValue());
    return client.adminInitiateAuth(r ->
        r.userPoolId(options.userPoolId())
            .clientId(options.appClientId())
            .authFlow(AuthFlowType.USER_SRP_AUTH)
            .authParameters(begun)
            .contextData(ClientParameters.context(attempt.ip(), attempt.userAgent()))
            .overrideConfiguration(o -> o.apiCallTimeout(longest)));
  }

  private Map<String, String> answer(
      PasswordAttempt attempt, PasswordProof proof, AdminInitiateAuthResponse offered) {
    try {
      SrpOffer offer = SrpOffer.of(offered.challengeParameters());
      Instant theirs = PoolClock.at(offered.sdkHttpResponse(), InstantSource.system());
      String timestamp = PasswordProof.timestamp(theirs);
      Map<String, String> answer = new HashMap<>(parameters.of(offer.username()));
      answer.put("PASSWORD_CLAIM_SECRET_BLOCK", offer.secretBlock());
      answer.put("PASSWORD_CLAIM_SIGNATURE", proof.signature(offer, attempt.password(), timestamp));
      answer.put("TIMESTAMP", timestamp);
      return answer;
    } catch (IllegalArgumentException senseless) {
      throw new NoVerdictException(
          NoVerdictReason.SOURCE_UNAVAILABLE,
          "The answer to the SRP sign-in makes no sense: " + senseless.getMessage());
    }
  }
}
