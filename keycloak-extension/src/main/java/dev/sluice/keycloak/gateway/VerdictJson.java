package dev.sluice.keycloak.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.sluice.keycloak.wire.PlannedAction;
import dev.sluice.keycloak.wire.PlannedUser;
import dev.sluice.keycloak.wire.WireException;
import dev.sluice.keycloak.wire.WireJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the gateway's answers; an unknown answer is no verdict. */
final class VerdictJson {
  private static final int DEFAULT_RETRY_SECONDS = 5;

  private VerdictJson() {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(
      @Nullable String verdict,
      @Nullable String reason,
      @Nullable String url,
      @Nullable PlannedUser user,
      @Nullable List<PlannedAction> then,
      @Nullable Factor factor) {}

  static Verdict read(int status, String body, Optional<String> retryAfter) {
    if (status != 200 && status != 503) {
      return new Verdict.None("the gateway answered HTTP " + status, DEFAULT_RETRY_SECONDS);
    }
    try {
      Answer answer = WireJson.read(body, Answer.class);
      return status == 200 ? judge(answer) : none(answer, retryAfter);
    } catch (WireException e) {
      return new Verdict.None("the gateway's answer is unreadable: " + e.getMessage(), 5);
    }
  }

  private static Verdict judge(Answer answer) {
    String verdict = String.valueOf(answer.verdict());
    String reason = answer.reason() == null ? "" : answer.reason();
    return switch (verdict) {
      case "proven" -> proven(answer);
      case "refused" ->
          reason.equals("not-yet")
              ? new Verdict.NotYet(OldSystem.at(answer.url()))
              : new Verdict.Refused(Refusal.named(reason));
      default -> new Verdict.None("the gateway's verdict is " + verdict, DEFAULT_RETRY_SECONDS);
    };
  }

  private static Verdict proven(Answer answer) {
    Optional<PlannedUser> user = Optional.ofNullable(answer.user());
    List<PlannedAction> then = answer.then() == null ? List.of() : List.copyOf(answer.then());
    Factor factor = answer.factor();
    if (factor != null && !factor.isUsable()) {
      return new Verdict.None("the gateway asked for no known factor", DEFAULT_RETRY_SECONDS);
    }
    if (factor == null && !then.contains(PlannedAction.SECOND_FACTOR)) {
      return new Verdict.Proven(user, then);
    }
    return new Verdict.FactorOwed(
        user,
        then.stream().filter(each -> each != PlannedAction.SECOND_FACTOR).toList(),
        Optional.ofNullable(factor));
  }

  private static Verdict none(Answer answer, Optional<String> retryAfter) {
    return new Verdict.None(
        answer.reason() == null ? "unknown" : answer.reason(), seconds(retryAfter));
  }

  /** Returns how long to wait: the gateway's value, or the default. */
  static int seconds(Optional<String> retryAfter) {
    return retryAfter
        .filter(value -> value.matches("\\d{1,4}"))
        .map(Integer::parseInt)
        .orElse(DEFAULT_RETRY_SECONDS);
  }
}
