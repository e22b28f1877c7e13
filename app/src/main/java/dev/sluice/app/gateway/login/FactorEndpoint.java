package dev.sluice.app.gateway.login;

import dev.sluice.api.source.RefusalReason;
import dev.sluice.app.gateway.request.RequestBodies;
import dev.sluice.migration.login.FactorAnswer;
import dev.sluice.migration.login.FactorRequest;
import dev.sluice.migration.login.FirstLogin;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/first-login/code}. */
@RestController
public final class FactorEndpoint {
  private final FirstLogin firstLogin;
  private final ChallengeSeal seal;
  private final FactorJson json;
  private final FirstLoginMetrics metrics;
  private final AnswerTime time;
  private final Outages outages = new Outages();

  FactorEndpoint(
      FirstLogin firstLogin, ChallengeSeal seal, FirstLoginMetrics metrics, AnswerTime time) {
    this.firstLogin = firstLogin;
    this.seal = seal;
    this.json = new FactorJson(seal);
    this.metrics = metrics;
    this.time = time;
  }

  @PostMapping(path = "/v1/first-login/code", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<JsonNode> answer(HttpServletRequest call) throws IOException {
    Optional<FactorRequest> request = RequestBodies.read(call, FactorBody.class).request(seal);
    FactorAnswer answer =
        request
            .map(asked -> firstLogin.answer(asked, time.longest()))
            .orElseGet(() -> new FactorAnswer.Refused(RefusalReason.CHALLENGE_EXPIRED));
    metrics.count(answer);
    if (answer instanceof FactorAnswer.None none) {
      outages.tell(none.reason(), none.detail());
    }
    return json.of(answer);
  }
}
