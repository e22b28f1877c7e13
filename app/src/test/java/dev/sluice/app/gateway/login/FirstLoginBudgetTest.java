package dev.sluice.app.gateway.login;

import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static dev.sluice.app.gateway.RunningGateway.firstLogin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.Verdict;
import dev.sluice.app.gateway.RunningGateway;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FirstLoginBudgetTest {
  @Test
  void a_source_that_hangs_proves_nothing_and_the_caller_is_told_so() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (RunningGateway gateway = new RunningGateway(attempt -> await(never))) {
      HttpResponse<String> answer =
          gateway.post("/v1/first-login", firstLogin("mira@example.org", PASSWORD));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(answer.body()).isEqualTo("{\"verdict\":\"none\",\"reason\":\"source-timed-out\"}");
    } finally {
      never.countDown();
    }
  }

  @Test
  void a_call_under_way_is_answered_before_the_gateway_ends() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    RunningGateway gateway =
        new RunningGateway(attempt -> {
          asked.countDown();
          return await(proceed);
        });
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<HttpResponse<String>> answer =
          others.submit(() -> gateway.post("/v1/first-login", firstLogin("mira", PASSWORD)));
      assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
      Future<?> end = others.submit(gateway::stop);
      awaitRefusedConnections(gateway.uri());
      proceed.countDown();

      assertThat(answer.get().body()).startsWith("{\"verdict\":");
      end.get();
      assertThat(gateway.ledger.seals()).isEqualTo(1);
    }
    gateway.close();
  }

  /**
   * Each waits until all have come in: with fewer threads than logins none would be answered before
   * its time is over, which is long, so that a slow machine has the time to bring them all in.
   */
  @Test
  void two_hundred_first_logins_are_under_way_at_once() throws Exception {
    int logins = 200;
    CountDownLatch allIn = new CountDownLatch(logins);
    try (RunningGateway gateway =
            new RunningGateway(
                attempt -> {
                  allIn.countDown();
                  return await(allIn);
                },
                new AnswerTime(Duration.ofMinutes(2)));
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (int user = 0; user < logins; user++) {
        String body = firstLogin("user-" + user, PASSWORD);
        answers.add(callers.submit(() -> gateway.post("/v1/first-login", body)));
      }

      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().body())
            .isEqualTo("{\"verdict\":\"refused\",\"reason\":\"wrong-password\"}");
      }
    }
  }

  private static void awaitRefusedConnections(URI uri) throws InterruptedException {
    Instant latest = Instant.now().plus(Duration.ofMinutes(1));
    while (true) {
      assertThat(Instant.now()).as("connections are refused").isBefore(latest);
      try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
        Thread.sleep(socket.isConnected() ? 10 : 0);
      } catch (IOException refused) {
        return;
      }
    }
  }

  private static Verdict await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return new Verdict.Refused(RefusalReason.WRONG_PASSWORD);
  }
}
