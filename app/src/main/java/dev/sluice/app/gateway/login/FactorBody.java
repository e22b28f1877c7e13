package dev.sluice.app.gateway.login;

import dev.sluice.api.Secret;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.FactorAttempt;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.app.gateway.request.RequestBodies;
import dev.sluice.migration.login.FactorAsked;
import dev.sluice.migration.login.FactorRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/first-login/code} as it was sent. */
record FactorBody(
    @Nullable Secret challenge,
    @Nullable Secret code,
    @Nullable SecondFactor kind,
    FirstLoginBody.@Nullable Client client) {

  /** The longest code that is accepted; Cognito's codes have 6 to 8 digits. */
  private static final int LONGEST_CODE = 64;

  /** Returns the challenge; empty if it is not ours or too old. */
  Optional<FactorRequest> request(ChallengeSeal seal) {
    if (challenge == null || challenge.isEmpty()) {
      throw RequestBodies.malformed("\"challenge\" is missing or empty.");
    }
    FactorAttempt.Answer answer = answer();
    return seal.open(challenge.reveal()).map(asked -> request(asked, answer));
  }

  private FactorAttempt.Answer answer() {
    if ((code == null) == (kind == null)) {
      throw RequestBodies.malformed("Send \"code\", or \"kind\" if the challenge offers a choice.");
    }
    if (code == null) {
      return new FactorAttempt.Answer.Choice(kind);
    }
    if (code.reveal().isBlank() || code.reveal().length() > LONGEST_CODE) {
      throw RequestBodies.malformed(
          "\"code\" must be a text of 1 to " + LONGEST_CODE + " characters.");
    }
    return new FactorAttempt.Answer.Code(code);
  }

  private FactorRequest request(FactorAsked asked, FactorAttempt.Answer answer) {
    requireThatItFits(asked.challenge(), answer);
    return new FactorRequest(
        asked,
        answer,
        client == null ? null : client.ip(),
        client == null ? null : client.userAgent());
  }

  private static void requireThatItFits(Challenge challenge, FactorAttempt.Answer answer) {
    boolean fits =
        switch (answer) {
          case FactorAttempt.Answer.Code _ -> challenge.factor() != SecondFactor.CHOICE;
          case FactorAttempt.Answer.Choice(var chosen) -> challenge.choices().contains(chosen);
        };
    if (!fits) {
      throw RequestBodies.malformed(
          challenge.factor() == SecondFactor.CHOICE
              ? "This challenge requires a \"kind\", one of " + challenge.choices() + "."
              : "This challenge requires a \"code\".");
    }
  }
}
