package dev.sluice.keycloak.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.sluice.keycloak.wire.WireException;
import dev.sluice.keycloak.wire.WireJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the gateway's answers about second factors; an unknown answer is no verdict. */
final class CodeVerdictJson {
  private CodeVerdictJson() {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(
      @Nullable String verdict,
      @Nullable String reason,
      @Nullable String userId,
      @Nullable Factor factor) {}

  static CodeVerdict read(int status, String body, Optional<String> retryAfter) {
    int seconds = VerdictJson.seconds(retryAfter);
    if (status != 200 && status != 503) {
      return new CodeVerdict.None("the gateway answered HTTP " + status, seconds);
    }
    try {
      Answer answer = WireJson.read(body, Answer.class);
      return status == 200
          ? judge(answer, seconds)
          : new CodeVerdict.None(answer.reason() == null ? "unknown" : answer.reason(), seconds);
    } catch (WireException e) {
      return new CodeVerdict.None("the gateway's answer is unreadable: " + e.getMessage(), seconds);
    }
  }

  private static CodeVerdict judge(Answer answer, int seconds) {
    return switch (String.valueOf(answer.verdict())) {
      case "proven" ->
          answer.userId() == null
              ? new CodeVerdict.None("the gateway proved a code without naming a user", seconds)
              : new CodeVerdict.Right(answer.userId());
      case "asked" ->
          answer.factor() == null || !answer.factor().isUsable()
              ? new CodeVerdict.None("the gateway asked for no known factor", seconds)
              : new CodeVerdict.Asked(answer.factor());
      case "refused" ->
          "wrong-code".equals(answer.reason())
              ? new CodeVerdict.Wrong()
              : new CodeVerdict.BeginAgain();
      default -> new CodeVerdict.None("the gateway's verdict is " + answer.verdict(), seconds);
    };
  }
}
