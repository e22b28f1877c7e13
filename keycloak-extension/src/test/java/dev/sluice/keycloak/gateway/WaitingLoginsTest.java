package dev.sluice.keycloak.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Logins of users that have moved find a thread, whatever the gateway does. */
class WaitingLoginsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Verdict PROVEN = new Verdict.Proven(Optional.empty(), List.of());
  private static final Verdict NONE = new Verdict.None("source-timed-out", 5);

  private final AtomicLong now = new AtomicLong();
  private final WaitingLogins waiting = new WaitingLogins(now::get);

  @Test
  void only_so_many_wait_and_the_next_is_asked_to_come_back_at_once() throws Exception {
    var inside = new CountDownLatch(WaitingLogins.MOST);
    var answer = new CountDownLatch(1);
    var asked = new ArrayList<CompletableFuture<Verdict>>();
    for (int i = 0; i < WaitingLogins.MOST; i++) {
      asked.add(asking(inside, answer));
    }
    inside.await();

    assertThat(waiting.ask(TIMEOUT, () -> PROVEN))
        .isInstanceOfSatisfying(
            Verdict.None.class, none -> assertThat(none.retryAfterSeconds()).isBetween(2, 10));

    answer.countDown();
    assertThat(asked).allSatisfy(each -> assertThat(each.get()).isEqualTo(PROVEN));
    assertThat(waiting.ask(TIMEOUT, () -> PROVEN)).isEqualTo(PROVEN);
  }

  @Test
  void while_the_gateway_is_silent_one_login_finds_out_whether_it_answers() throws Exception {
    for (int i = 0; i < WaitingLogins.SILENCES; i++) {
      assertThat(waiting.ask(TIMEOUT, this::silence)).isEqualTo(NONE);
    }
    var inside = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    var probe = asking(inside, answer);
    inside.await();

    assertThat(waiting.ask(TIMEOUT, () -> PROVEN)).isInstanceOf(Verdict.None.class);

    answer.countDown();
    assertThat(probe.get()).isEqualTo(PROVEN);
    assertThat(waiting.ask(TIMEOUT, () -> PROVEN)).isEqualTo(PROVEN);
  }

  @Test
  void a_quick_no_verdict_is_no_silence() {
    for (int i = 0; i < 3 * WaitingLogins.SILENCES; i++) {
      assertThat(waiting.ask(TIMEOUT, () -> NONE)).isEqualTo(NONE);
    }
  }

  private Verdict silence() {
    now.addAndGet(TIMEOUT.toNanos());
    return NONE;
  }

  private CompletableFuture<Verdict> asking(CountDownLatch inside, CountDownLatch answer) {
    return CompletableFuture.supplyAsync(
        () ->
            waiting.ask(
                TIMEOUT,
                () -> {
                  inside.countDown();
                  try {
                    answer.await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  return PROVEN;
                }),
        task -> new Thread(task).start());
  }
}
