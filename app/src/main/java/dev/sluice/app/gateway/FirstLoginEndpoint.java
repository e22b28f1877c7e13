package dev.sluice.app.gateway;

import dev.sluice.migration.run.FirstLogin;
import dev.sluice.migration.run.FirstLoginAnswer;
import dev.sluice.migration.run.FirstLoginRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/first-login}. */
@RestController
final class FirstLoginEndpoint {
  /** What remains of 2 seconds once the call has come in and before the answer has gone out. */
  private static final Duration BUDGET = Duration.ofMillis(1800);

  private final FirstLogin firstLogin;
  private final FirstLoginMetrics metrics;
  private final Outages outages = new Outages();

  FirstLoginEndpoint(FirstLogin firstLogin, FirstLoginMetrics metrics) {
    this.firstLogin = firstLogin;
    this.metrics = metrics;
  }

  @PostMapping(path = "/v1/first-login", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<JsonNode> answer(HttpServletRequest call) throws IOException {
    FirstLoginRequest request = RequestBodies.read(call, FirstLoginBody.class).request();
    FirstLoginAnswer answer = metrics.timed(() -> firstLogin.answer(request, BUDGET));
    if (answer instanceof FirstLoginAnswer.None none) {
      outages.tell(none);
    }
    return FirstLoginAnswerJson.of(answer);
  }
}
