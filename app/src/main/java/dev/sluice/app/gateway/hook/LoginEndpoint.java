package dev.sluice.app.gateway.hook;

import dev.sluice.api.target.login.AskedLogin;
import dev.sluice.app.gateway.login.AnswerTime;
import dev.sluice.app.gateway.login.FirstLoginMetrics;
import dev.sluice.app.gateway.login.Outages;
import dev.sluice.app.gateway.request.RequestBodies;
import dev.sluice.migration.login.RelayedLogin;
import dev.sluice.migration.login.RelayedLoginAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code POST /v1/login}: an application logs a user in through the gateway, in the target's
 * protocol.
 */
@RestController
public final class LoginEndpoint {
  private final Optional<RelayedLogin> logins;
  private final FirstLoginMetrics metrics;
  private final AnswerTime time;
  private final Outages outages = new Outages();

  LoginEndpoint(TargetSide side, FirstLoginMetrics metrics, AnswerTime time) {
    this.logins = side.logins();
    this.metrics = metrics;
    this.time = time;
  }

  @PostMapping(path = "/v1/login", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> login(HttpServletRequest call) throws IOException {
    RelayedLogin relay = logins.orElseThrow(LoginEndpoint::notHere);
    byte[] body = RequestBodies.bytes(call);
    try {
      RelayedLoginAnswer answer = relay.answer(read(relay, body), body, time.longest());
      metrics.count(answer);
      if (answer instanceof RelayedLoginAnswer.None none) {
        outages.tell(none.reason(), none.detail());
      }
      return RelayedLoginJson.of(answer);
    } finally {
      Arrays.fill(body, (byte) 0);
    }
  }

  private static AskedLogin read(RelayedLogin relay, byte[] body) {
    try {
      return relay.read(body);
    } catch (IllegalArgumentException unreadable) {
      throw RequestBodies.malformed(String.valueOf(unreadable.getMessage()));
    }
  }

  /** Answers not 404, which an application would take for a wrong password. */
  private static ResponseStatusException notHere() {
    return new ResponseStatusException(
        HttpStatus.NOT_IMPLEMENTED, "Logins to this target do not go through the gateway.");
  }
}
