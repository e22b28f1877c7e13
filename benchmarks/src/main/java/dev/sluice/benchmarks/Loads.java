package dev.sluice.benchmarks;

import dev.sluice.benchmarks.GatewayUnderLoad.Answer;
import dev.sluice.rehearsal.user.MadeUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Sends logins at a gateway at given moments, whether or not earlier ones are answered. */
final class Loads {
  private Loads() {}

  /** What came of a load: the milliseconds of those who got in, sorted. */
  record Result(int offered, double seconds, List<Double> in, int turnedAway, int failed) {
    String line(String what) {
      return "%-34s offered %,6d (%,6.1f/s): in %,6d (%5.1f/s), turned away %,6d, failed %d%s"
          .formatted(
              what,
              offered,
              offered / seconds,
              in.size(),
              in.size() / seconds,
              turnedAway,
              failed,
              in.isEmpty()
                  ? ""
                  : "; ms: median %.0f, 99th percentile %.0f"
                      .formatted(in.get(in.size() / 2), in.get((int) (in.size() * 0.99))));
    }
  }

  /** Sends each user once, evenly spread. */
  static Result evenly(List<MadeUser> users, double perSecond, GatewayUnderLoad gateway)
      throws InterruptedException {
    List<CompletableFuture<Answer>> sent = new ArrayList<>();
    long begun = System.nanoTime();
    for (int i = 0; i < users.size(); i++) {
      sleepUntil(begun + (long) (i / perSecond * 1e9));
      sent.add(gateway.login(users.get(i)));
    }
    List<Answer> answers = new ArrayList<>();
    int failed = 0;
    for (CompletableFuture<Answer> each : sent) {
      try {
        answers.add(each.join());
      } catch (CompletionException lost) {
        failed++;
      }
    }
    List<Double> in =
        answers.stream()
            .filter(Answer::letIn)
            .map(answer -> answer.time().toNanos() / 1e6)
            .sorted()
            .toList();
    return new Result(
        users.size(), users.size() / perSecond, in, answers.size() - in.size(), failed);
  }

  /** Sends each user until it is in, again after as long as it was told; returns the whole time. */
  static Duration comingBack(List<MadeUser> users, double perSecond, GatewayUnderLoad gateway)
      throws InterruptedException {
    CountDownLatch waiting = new CountDownLatch(users.size());
    long begun = System.nanoTime();
    for (int i = 0; i < users.size(); i++) {
      sleepUntil(begun + (long) (i / perSecond * 1e9));
      MadeUser user = users.get(i);
      Thread.startVirtualThread(() -> {
        untilIn(user, gateway);
        waiting.countDown();
      });
    }
    waiting.await();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static void untilIn(MadeUser user, GatewayUnderLoad gateway) {
    Answer nothing = new Answer(false, 1, Duration.ZERO);
    Answer answer = gateway.login(user).exceptionally(lost -> nothing).join();
    while (!answer.letIn()) {
      LockSupport.parkNanos(Duration.ofSeconds(answer.retryAfter()).toNanos());
      answer = gateway.login(user).exceptionally(lost -> nothing).join();
    }
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    long wait = nanos - System.nanoTime();
    if (wait > 0) {
      Thread.sleep(Duration.ofNanos(wait));
    }
  }
}
