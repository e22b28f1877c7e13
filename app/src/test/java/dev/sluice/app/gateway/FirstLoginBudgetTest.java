package dev.sluice.app.gateway;

import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static dev.sluice.app.gateway.RunningGateway.firstLogin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.migration.source.RefusalReason;
import dev.sluice.migration.source.Verdict;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  /** Each waits until all have come in: fewer threads than logins would never answer. */
  @Test
  void two_hundred_first_logins_are_under_way_at_once() throws Exception {
    int logins = 200;
    CountDownLatch allIn = new CountDownLatch(logins);
    try (RunningGateway gateway =
            new RunningGateway(attempt -> {
              allIn.countDown();
              return await(allIn);
            });
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

  private static Verdict await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return new Verdict.Refused(RefusalReason.WRONG_PASSWORD);
  }
}
