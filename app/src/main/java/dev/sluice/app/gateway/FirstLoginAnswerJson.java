package dev.sluice.app.gateway;

import dev.sluice.migration.run.FirstLoginAnswer;
import dev.sluice.targets.PlannedUserJson;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer to a first login as it goes over the wire. */
final class FirstLoginAnswerJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private FirstLoginAnswerJson() {}

  static ResponseEntity<JsonNode> of(FirstLoginAnswer answer) {
    return switch (answer) {
      case FirstLoginAnswer.Proven proven -> ResponseEntity.ok(proven(proven));
      case FirstLoginAnswer.Refused(var reason) ->
          ResponseEntity.ok(verdict("refused").put("reason", reason.word()));
      case FirstLoginAnswer.None none ->
          ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
              .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(none.retryAfter())))
              .body(verdict("none").put("reason", none.reason().word()));
    };
  }

  /** Whole seconds, never too few, at least 1. */
  static long seconds(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }

  private static ObjectNode proven(FirstLoginAnswer.Proven proven) {
    ObjectNode json = verdict("proven");
    json.set("user", PlannedUserJson.of(proven.user()));
    ArrayNode then = json.putArray("then");
    proven.then().stream().sorted().forEach(each -> then.add(each.name()));
    return json;
  }

  private static ObjectNode verdict(String word) {
    return MAPPER.createObjectNode().put("verdict", word);
  }
}
