package dev.sluice.app.gateway;

import dev.sluice.migration.run.FirstLoginAnswer;
import dev.sluice.migration.run.FirstLoginRequest;
import dev.sluice.targets.PlannedUserJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /v1/first-login}: is this password this user's? */
@RestController
class FirstLoginEndpoint {
  /** Callers are promised an answer within 2 seconds; the rest is for the way there and back. */
  private static final Duration BUDGET = Duration.ofMillis(1_800);

  private final GatewayParts parts;
  private final VerdictMetrics metrics;

  FirstLoginEndpoint(GatewayParts parts, VerdictMetrics metrics) {
    this.parts = parts;
    this.metrics = metrics;
  }

  @PostMapping("/v1/first-login")
  ResponseEntity<ObjectNode> firstLogin(HttpServletRequest http) throws IOException {
    FirstLoginRequest request = request(RequestJson.read(http.getInputStream()));
    return response(metrics.timed(() -> parts.firstLogin().answer(request, BUDGET)));
  }

  private static FirstLoginRequest request(RequestJson json) {
    RequestJson client = json.part("client");
    return new FirstLoginRequest(
        json.text("login"),
        json.optionalUserId("userId"),
        json.secret("password"),
        client.optionalText("ip"),
        client.optionalText("userAgent"));
  }

  private static ResponseEntity<ObjectNode> response(FirstLoginAnswer answer) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    return switch (answer) {
      case FirstLoginAnswer.Proven proven -> {
        json.put("verdict", "proven").set("user", PlannedUserJson.of(proven.user()));
        ArrayNode then = json.putArray("then");
        proven.then().stream().sorted().forEach(each -> then.add(each.name()));
        yield ResponseEntity.ok(json);
      }
      case FirstLoginAnswer.Refused refused ->
          ResponseEntity.ok(json.put("verdict", "refused").put("reason", refused.reason().word()));
      case FirstLoginAnswer.None none ->
          ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
              .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(none.retryAfter())))
              .body(json.put("verdict", "none").put("reason", none.reason().word()));
    };
  }

  /** Whole seconds, rounded up, at least 1: the header knows no fractions. */
  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
