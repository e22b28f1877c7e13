package dev.sluice.app.gateway.hook;

import dev.sluice.api.source.RefusalReason;
import dev.sluice.app.gateway.login.FirstLoginAnswerJson;
import dev.sluice.migration.login.FirstLoginAnswer;
import dev.sluice.migration.login.RelayedLoginAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/**
 * Formats the answer to a relayed login. The target's answer goes out unchanged. A refusal is 404
 * without a body, as from the target. An outcome that the target cannot express is 403 in the
 * gateway's own JSON.
 */
final class RelayedLoginJson {
  private RelayedLoginJson() {}

  static ResponseEntity<String> of(RelayedLoginAnswer answer) {
    return switch (answer) {
      case RelayedLoginAnswer.Passed(int status, String json) -> passed(status, json);
      case RelayedLoginAnswer.Refused(RefusalReason reason) ->
          reason == RefusalReason.SECOND_FACTOR
              ? withheld(FirstLoginAnswerJson.refused(reason))
              : ResponseEntity.notFound().build();
      case RelayedLoginAnswer.NotYet(var oldSystem) ->
          withheld(FirstLoginAnswerJson.notYet(new FirstLoginAnswer.NotYet(oldSystem)));
      case RelayedLoginAnswer.None none ->
          ours(FirstLoginAnswerJson.none(none.reason(), none.retryAfter()));
    };
  }

  private static ResponseEntity<String> passed(int status, String json) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatusCode.valueOf(status));
    return json.isEmpty()
        ? answer.build()
        : answer.contentType(MediaType.APPLICATION_JSON).body(json);
  }

  private static ResponseEntity<String> withheld(ResponseEntity<JsonNode> told) {
    return ResponseEntity.status(HttpStatus.FORBIDDEN)
        .contentType(MediaType.APPLICATION_JSON)
        .body(String.valueOf(told.getBody()));
  }

  private static ResponseEntity<String> ours(ResponseEntity<JsonNode> told) {
    return ResponseEntity.status(told.getStatusCode())
        .headers(told.getHeaders())
        .contentType(MediaType.APPLICATION_JSON)
        .body(String.valueOf(told.getBody()));
  }
}
