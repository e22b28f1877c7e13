package dev.sluice.cognito.password;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The meanings of {@code NotAuthorizedException}. Cognito gives no code for it, only these English
 * sentences (Cognito developer guide, "authentication" and "quotas"; answers of the service that
 * its users have published). A sentence that is not here proves nothing.
 */
final class NotAuthorizedMessages {
  /**
   * Asking again does not prolong a lockout, which lasts a second at first and 15 minutes at most
   * (Cognito developer guide, "lockout behavior").
   */
  private static final Duration AFTER_A_LOCKOUT = Duration.ofMinutes(1);

  private sealed interface Meaning {
    record Refusal(RefusalReason reason) implements Meaning {}

    record Nothing(NoVerdictReason reason) implements Meaning {}
  }

  private record Row(Pattern beginning, Meaning meaning) {}

  private static final List<Row> TABLE =
      List.of(
          refusal("incorrect username or password", RefusalReason.WRONG_PASSWORD),
          refusal("user is disabled", RefusalReason.DISABLED),
          refusal("temporary password has expired", RefusalReason.TEMPORARY_PASSWORD_EXPIRED),
          nothing("password attempts exceeded", NoVerdictReason.SOURCE_LOCKED_OUT),
          nothing("unable to login because of security", NoVerdictReason.SOURCE_SUSPICIOUS),
          nothing("request not allowed due to security", NoVerdictReason.SOURCE_SUSPICIOUS),
          nothing("unable to verify secret hash", NoVerdictReason.MISCONFIGURED),
          nothing("client (\\S+ )?is configured", NoVerdictReason.MISCONFIGURED),
          nothing("invalid client", NoVerdictReason.MISCONFIGURED));

  private NotAuthorizedMessages() {}

  /**
   * @param message as Cognito wrote it
   * @param detail for the operator's log
   */
  static Verdict verdict(String message, String detail) {
    return TABLE.stream()
        .filter(row -> row.beginning().matcher(message).lookingAt())
        .findFirst()
        .map(row -> verdict(row.meaning(), detail))
        .orElseGet(() -> noVerdict(NoVerdictReason.SOURCE_UNAVAILABLE, detail));
  }

  private static Verdict verdict(Meaning meaning, String detail) {
    return switch (meaning) {
      case Meaning.Refusal(RefusalReason reason) -> new Verdict.Refused(reason);
      case Meaning.Nothing(NoVerdictReason reason) -> noVerdict(reason, detail);
    };
  }

  private static Verdict noVerdict(NoVerdictReason reason, String detail) {
    Duration after = reason == NoVerdictReason.SOURCE_LOCKED_OUT ? AFTER_A_LOCKOUT : null;
    return new Verdict.NoVerdict(reason, after, detail);
  }

  private static Row refusal(String beginning, RefusalReason reason) {
    return new Row(pattern(beginning), new Meaning.Refusal(reason));
  }

  private static Row nothing(String beginning, NoVerdictReason reason) {
    return new Row(pattern(beginning), new Meaning.Nothing(reason));
  }

  private static Pattern pattern(String beginning) {
    return Pattern.compile(beginning, Pattern.CASE_INSENSITIVE);
  }
}
