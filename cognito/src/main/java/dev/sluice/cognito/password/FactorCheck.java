package dev.sluice.cognito.password;

import dev.sluice.api.Secret;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.FactorAttempt;
import dev.sluice.api.source.FactorVerdict;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.cognito.answer.Meaning;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.Faults;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Answers the challenge that followed a right password. */
final class FactorCheck {
  private final ChallengeCall calls;
  private final ClientParameters parameters;
  private final TokenRevocation revocation;
  private final FailedCheck failed;

  FactorCheck(CognitoConnection connection, TokenRevocation revocation) {
    this.calls = new ChallengeCall(connection);
    this.parameters = new ClientParameters(connection.options());
    this.revocation = revocation;
    this.failed = new FailedCheck(calls.operation(), connection.unknownErrors());
  }

  FactorVerdict answer(FactorAttempt attempt) throws InterruptedException {
    Challenge challenge = attempt.challenge();
    Map<String, String> responses = parameters.of(challenge.login());
    responses.put(field(attempt), text(attempt));
    try {
      SignIn answer =
          calls.answer(
              Challenges.name(challenge.factor()),
              challenge.session().reveal(),
              responses,
              ClientParameters.context(attempt.ip(), attempt.userAgent()),
              attempt.budget());
      revocation.later(answer.refreshToken());
      return verdict(challenge, answer);
    } catch (RuntimeException e) {
      return refused(attempt, e);
    }
  }

  private static String field(FactorAttempt attempt) {
    return switch (attempt.answer()) {
      case FactorAttempt.Answer.Code _ -> Challenges.name(attempt.challenge().factor()) + "_CODE";
      case FactorAttempt.Answer.Choice _ -> "ANSWER";
    };
  }

  private static String text(FactorAttempt attempt) {
    return switch (attempt.answer()) {
      case FactorAttempt.Answer.Code(var code) -> code.reveal();
      case FactorAttempt.Answer.Choice(var factor) -> Challenges.name(factor).toString();
    };
  }

  private static FactorVerdict verdict(Challenge challenge, SignIn answer) {
    if (answer.tokens() != null) {
      return new FactorVerdict.Right(IdTokenClaims.in(answer.tokens().idToken()).sub());
    }
    return Challenges.of(challenge.login(), answer)
        .filter(next -> challenge.factor() == SecondFactor.CHOICE)
        .<FactorVerdict>map(FactorVerdict.Asked::new)
        .orElseGet(() ->
            new FactorVerdict.NoVerdict(
                NoVerdictReason.MISCONFIGURED,
                null,
                "The second factor was answered with " + answer + ", which proves nothing."));
  }

  private FactorVerdict refused(FactorAttempt attempt, RuntimeException fault) {
    Meaning meaning =
        fault instanceof AwsServiceException said ? Faults.meaning(said) : Meaning.UNKNOWN;
    return switch (meaning) {
      case WRONG_CODE -> new FactorVerdict.Refused(RefusalReason.WRONG_CODE);
      case CODE_USED_UP -> new FactorVerdict.Refused(usedUp(attempt.challenge()));
      case CHALLENGE_EXPIRED -> new FactorVerdict.Refused(RefusalReason.CHALLENGE_EXPIRED);
      default -> other(failed.verdict(fault, secret(attempt)));
    };
  }

  /**
   * Returns the reason for a code that was used already; an app shows another code soon, but a
   * message is not sent again.
   */
  private static RefusalReason usedUp(Challenge challenge) {
    return challenge.factor() == SecondFactor.TOTP
        ? RefusalReason.WRONG_CODE
        : RefusalReason.CHALLENGE_EXPIRED;
  }

  /**
   * Returns what a password check would have made of the answer; it cannot be a wrong password
   * here.
   */
  private static FactorVerdict other(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused(var reason) when reason != RefusalReason.WRONG_PASSWORD ->
          new FactorVerdict.Refused(reason);
      case Verdict.NoVerdict none ->
          new FactorVerdict.NoVerdict(none.reason(), none.retryAfter(), none.detail());
      case Verdict.Refused _, Verdict.Proven _ ->
          new FactorVerdict.NoVerdict(
              NoVerdictReason.SOURCE_UNAVAILABLE, null, "The pool called a code a wrong password.");
    };
  }

  private static Secret secret(FactorAttempt attempt) {
    return switch (attempt.answer()) {
      case FactorAttempt.Answer.Code(var code) -> code;
      case FactorAttempt.Answer.Choice _ -> new Secret("");
    };
  }
}
