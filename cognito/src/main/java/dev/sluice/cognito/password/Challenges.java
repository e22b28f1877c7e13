package dev.sluice.cognito.password;

import dev.sluice.api.Secret;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.SecondFactor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cognito's second factors by their names, and what is needed to answer them. */
final class Challenges {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Challenges() {}

  /**
   * Returns the challenge; empty for one that cannot be answered with a code or a choice, or came
   * without a session.
   */
  static Optional<Challenge> of(String login, SignIn answer) {
    SecondFactor factor = factor(answer.challenge());
    if (factor == null || answer.session() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Challenge(
            factor,
            login,
            new Secret(answer.session()),
            answer.parameters().get("CODE_DELIVERY_DESTINATION"),
            factor == SecondFactor.CHOICE ? choices(answer) : List.of()));
  }

  /** Returns Cognito's name for a factor. */
  static ChallengeNameType name(SecondFactor factor) {
    return switch (factor) {
      case SMS -> ChallengeNameType.SMS_MFA;
      case EMAIL -> ChallengeNameType.EMAIL_OTP;
      case TOTP -> ChallengeNameType.SOFTWARE_TOKEN_MFA;
      case CHOICE -> ChallengeNameType.SELECT_MFA_TYPE;
      case NONE, SETUP, DEVICE ->
          throw new IllegalArgumentException(factor + " cannot be answered.");
    };
  }

  private static @Nullable SecondFactor factor(@Nullable ChallengeNameType challenge) {
    return challenge == null
        ? null
        : Arrays.stream(SecondFactor.values())
            .filter(Challenges::canBeAnswered)
            .filter(factor -> name(factor) == challenge)
            .findFirst()
            .orElse(null);
  }

  private static boolean canBeAnswered(SecondFactor factor) {
    return switch (factor) {
      case SMS, EMAIL, TOTP, CHOICE -> true;
      case NONE, SETUP, DEVICE -> false;
    };
  }

  /** Reads a JSON array from text, because the service model has maps of texts only. */
  private static List<SecondFactor> choices(SignIn answer) {
    try {
      JsonNode names = JSON.readTree(answer.parameters().getOrDefault("MFAS_CAN_CHOOSE", "[]"));
      return names
          .valueStream()
          .map(name -> factor(ChallengeNameType.fromValue(name.asString(""))))
          .filter(factor -> factor != null && factor != SecondFactor.CHOICE)
          .toList();
    } catch (JacksonException unreadable) {
      return List.of();
    }
  }
}
