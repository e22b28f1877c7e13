package dev.sluice.cognito.password;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

/**
 * Decides what a sign-in that was not refused proved. With a password flow, Cognito asks for MFA
 * after it has found the password right (Cognito developer guide, "authentication").
 */
final class ProvenSignIn {
  private ProvenSignIn() {}

  /**
   * @param login as it was asked about
   */
  static Verdict verdict(String login, SignIn answer) {
    if (answer.tokens() != null) {
      return ofTokens(login, answer.tokens().idToken());
    }
    if (answer.challenge() != null) {
      return ofChallenge(login, answer.challenge(), answer);
    }
    return new Verdict.NoVerdict(
        NoVerdictReason.SOURCE_UNAVAILABLE,
        null,
        "The sign-in was answered with neither tokens nor a challenge.");
  }

  private static Verdict ofTokens(String login, @Nullable String idToken) {
    IdTokenClaims claims = IdTokenClaims.in(idToken);
    return new Verdict.Proven(
        Objects.requireNonNullElse(claims.username(), login),
        claims.sub(),
        SecondFactor.NONE,
        false,
        null,
        claims.groups());
  }

  private static Verdict ofChallenge(String login, ChallengeNameType challenge, SignIn answer) {
    return switch (challenge) {
      case NEW_PASSWORD_REQUIRED -> proven(login, answer, SecondFactor.NONE, true);
      case SMS_MFA -> proven(login, answer, SecondFactor.SMS, false);
      case EMAIL_OTP -> proven(login, answer, SecondFactor.EMAIL, false);
      case SOFTWARE_TOKEN_MFA -> proven(login, answer, SecondFactor.TOTP, false);
      case SELECT_MFA_TYPE -> proven(login, answer, SecondFactor.CHOICE, false);
      case MFA_SETUP -> proven(login, answer, SecondFactor.SETUP, false);
      case DEVICE_SRP_AUTH -> proven(login, answer, SecondFactor.DEVICE, false);
      case CUSTOM_CHALLENGE,
          SELECT_CHALLENGE,
          PASSWORD,
          PASSWORD_SRP,
          PASSWORD_VERIFIER,
          WEB_AUTHN,
          SMS_OTP,
          DEVICE_PASSWORD_VERIFIER,
          ADMIN_NO_SRP_AUTH,
          UNKNOWN_TO_SDK_VERSION ->
          new Verdict.NoVerdict(
              NoVerdictReason.MISCONFIGURED,
              null,
              "The app client answered a password with the challenge "
                  + challenge
                  + ", which proves nothing. Use an app client without custom authentication.");
    };
  }

  private static Verdict proven(
      String login, SignIn answer, SecondFactor factor, boolean temporary) {
    String named = answer.parameters().get("USER_ID_FOR_SRP");
    String username = named == null || named.isBlank() ? login : named;
    return new Verdict.Proven(
        username, null, factor, temporary, Challenges.of(username, answer).orElse(null));
  }
}
