package dev.sluice.app.gateway.login;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.login.FirstLoginAnswer;
import dev.sluice.targets.PlannedUserJson;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Formats the answer to a first login for the wire. */
public final class FirstLoginAnswerJson {
  /** The reason of a refusal that does not depend on the password. */
  static final String NOT_YET = "not-yet";

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private FirstLoginAnswerJson() {}

  static ResponseEntity<JsonNode> of(FirstLoginAnswer answer, FactorJson factors) {
    return switch (answer) {
      case FirstLoginAnswer.Proven proven -> ResponseEntity.ok(proven(proven, factors));
      case FirstLoginAnswer.ProvenThere(UserId id) -> ResponseEntity.ok(proven(id));
      case FirstLoginAnswer.Refused(var reason) -> refused(reason);
      case FirstLoginAnswer.NotYet notYet -> notYet(notYet);
      case FirstLoginAnswer.None none -> none(none.reason(), none.retryAfter());
    };
  }

  public static ResponseEntity<JsonNode> refused(RefusalReason reason) {
    return ResponseEntity.ok(verdict("refused").put("reason", reason.word()));
  }

  public static ResponseEntity<JsonNode> notYet(FirstLoginAnswer.NotYet notYet) {
    return ResponseEntity.ok(notYet(notYet.oldSystem()));
  }

  public static ResponseEntity<JsonNode> none(NoVerdictReason reason, Duration retryAfter) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(retryAfter)))
        .body(verdict("none").put("reason", reason.word()));
  }

  /** Rounds up to whole seconds, at least 1. */
  static long seconds(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }

  private static ObjectNode proven(FirstLoginAnswer.Proven proven, FactorJson factors) {
    ObjectNode json = verdict("proven");
    json.set("user", PlannedUserJson.of(proven.user()));
    ArrayNode then = json.putArray("then");
    proven.then().stream().sorted().forEach(each -> then.add(each.name()));
    if (proven.factor() != null) {
      json.set("factor", factors.of(proven.factor()));
    }
    return json;
  }

  /** Names the user, so that the target can compare; it has all else. */
  private static ObjectNode proven(UserId id) {
    ObjectNode json = verdict("proven");
    json.putObject("user").put("id", id.value());
    json.putArray("then");
    return json;
  }

  private static ObjectNode notYet(Optional<URI> oldSystem) {
    ObjectNode json = verdict("refused").put("reason", NOT_YET);
    oldSystem.ifPresent(url -> json.put("url", url.toString()));
    return json;
  }

  private static ObjectNode verdict(String word) {
    return MAPPER.createObjectNode().put("verdict", word);
  }
}
