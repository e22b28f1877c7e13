package dev.sluice.scenarios;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;

/** Whether a gateway answers yet. */
final class GatewayHealth {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private GatewayHealth() {}

  /**
   * Waits until it does.
   *
   * @throws AssertionError when the process has ended, or too much time has gone by
   */
  static void await(URI gateway, SluiceProcess serving) throws InterruptedException {
    URI health = gateway.resolve("/actuator/health");
    Instant latest = Instant.now().plus(PATIENCE);
    while (!answers(health)) {
      if (!serving.isRunning() || Instant.now().isAfter(latest)) {
        throw new AssertionError("The gateway did not come up: " + serving.printed());
      }
      Thread.sleep(100);
    }
  }

  private static boolean answers(URI health) {
    try {
      return Http.send(HttpRequest.newBuilder(health).GET()).statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }
}
