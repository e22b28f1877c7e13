package dev.sluice.app.gateway.login;

import dev.sluice.app.gateway.request.RequestBodies;
import dev.sluice.migration.login.FirstLogin;
import dev.sluice.migration.login.FirstLoginAnswer;
import dev.sluice.migration.login.FirstLoginRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/first-login}. */
@RestController
public final class FirstLoginEndpoint {
  private final FirstLogin firstLogin;
  private final FactorJson factors;
  private final FirstLoginMetrics metrics;
  private final AnswerTime time;
  private final Outages outages = new Outages();

  FirstLoginEndpoint(
      FirstLogin firstLogin, ChallengeSeal seal, FirstLoginMetrics metrics, AnswerTime time) {
    this.firstLogin = firstLogin;
    this.factors = new FactorJson(seal);
    this.metrics = metrics;
    this.time = time;
  }

  @PostMapping(path = "/v1/first-login", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<JsonNode> answer(HttpServletRequest call) throws IOException {
    FirstLoginRequest request = RequestBodies.read(call, FirstLoginBody.class).request();
    FirstLoginAnswer answer = metrics.timed(() -> firstLogin.answer(request, time.longest()));
    if (answer instanceof FirstLoginAnswer.None none) {
      outages.tell(none.reason(), none.detail());
    }
    return FirstLoginAnswerJson.of(answer, factors);
  }
}
