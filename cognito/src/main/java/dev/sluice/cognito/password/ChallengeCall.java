package dev.sluice.cognito.password;

import dev.sluice.api.pace.Pace;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.cognito.call.Faults;
import dev.sluice.cognito.call.PasswordFlow;
import dev.sluice.cognito.call.QuotaCategory;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ContextDataType;

/** Answers a challenge, with a signed call where the sign-in was begun with one. */
final class ChallengeCall {
  private final CognitoOptions options;
  private final CognitoIdentityProviderClient client;
  private final Pace pace;

  ChallengeCall(CognitoConnection connection) {
    this.options = connection.options();
    this.client = connection.client();
    this.pace = connection.pace(QuotaCategory.CHALLENGE_RESPONSE);
  }

  /** Returns Cognito's name for the call. */
  String operation() {
    return options.passwordFlow() == PasswordFlow.USER
        ? "RespondToAuthChallenge"
        : "AdminRespondToAuthChallenge";
  }

  /**
   * @param longest for waiting for a turn and for the answer together
   */
  SignIn answer(
      ChallengeNameType challenge,
      @Nullable String session,
      Map<String, String> responses,
      @Nullable ContextDataType context,
      Duration longest)
      throws InterruptedException {
    Duration left = turn(longest);
    try {
      SignIn answer =
          options.passwordFlow() == PasswordFlow.USER
              ? unsigned(challenge, session, responses, left)
              : signed(challenge, session, responses, context, left);
      pace.succeeded();
      return answer;
    } catch (RuntimeException e) {
      if (Faults.throttled(e)) {
        pace.throttled();
      }
      throw e;
    }
  }

  private SignIn signed(
      ChallengeNameType challenge,
      @Nullable String session,
      Map<String, String> responses,
      @Nullable ContextDataType context,
      Duration longest) {
    return SignIn.of(
        client.adminRespondToAuthChallenge(r ->
            r.userPoolId(options.userPoolId())
                .clientId(options.appClientId())
                .challengeName(challenge)
                .session(session)
                .challengeResponses(responses)
                .contextData(context)
                .overrideConfiguration(o -> o.apiCallTimeout(longest))));
  }

  private SignIn unsigned(
      ChallengeNameType challenge,
      @Nullable String session,
      Map<String, String> responses,
      Duration longest) {
    return SignIn.of(
        client.respondToAuthChallenge(r ->
            r.clientId(options.appClientId())
                .challengeName(challenge)
                .session(session)
                .challengeResponses(responses)
                .overrideConfiguration(o -> o.apiCallTimeout(longest))));
  }

  private Duration turn(Duration longest) throws InterruptedException {
    long start = System.nanoTime();
    if (!longest.isPositive() || !pace.await(longest)) {
      throw new NoVerdictException(
          NoVerdictReason.SOURCE_TIMED_OUT, "No time was left to answer the pool's challenge.");
    }
    Duration left = longest.minusNanos(System.nanoTime() - start);
    if (!left.isPositive()) {
      throw new NoVerdictException(
          NoVerdictReason.SOURCE_TIMED_OUT, "No time was left to answer the pool's challenge.");
    }
    return left;
  }
}
