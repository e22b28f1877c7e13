package dev.sluice.app.gateway.hook;

import dev.sluice.api.user.UserId;
import dev.sluice.migration.login.Confirmations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the target has made something of the yes that it was told: some moments after, and
 * from time to time at all of whom that is not known, those of an earlier process among them.
 */
public final class Confirming implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Confirming.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final List<Duration> AFTER_A_YES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(15));

  private final Optional<Confirmations> confirmations;
  private final List<Duration> afterAYes;
  private final Duration every;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Looks once {@link #begin} is called; with other times to look than {@link #everyMinute}. */
  Confirming(Optional<Confirmations> confirmations, List<Duration> afterAYes, Duration every) {
    this.confirmations = confirmations;
    this.afterAYes = afterAYes;
    this.every = every;
  }

  public static Confirming everyMinute(Optional<Confirmations> confirmations) {
    return new Confirming(confirmations, AFTER_A_YES, MINUTE);
  }

  public void begin() {
    confirmations.ifPresent(each -> threads.execute(() -> sweep(each)));
  }

  /** Looks at one user who was just told of; what is not seen then a sweep finds. */
  void soon(UserId user) {
    confirmations.ifPresent(each -> threads.execute(() -> confirmSoon(each, user)));
  }

  private void confirmSoon(Confirmations checks, UserId user) {
    for (Duration wait : afterAYes) {
      if (endedWithin(wait) || isSettled(checks, user)) {
        return;
      }
    }
  }

  private static boolean isSettled(Confirmations checks, UserId user) {
    try {
      return checks.check(user).filter(Confirmations.Found.NOT_YET::equals).isEmpty();
    } catch (RuntimeException later) {
      LOG.debug("What the target has made of a yes is looked for later: {}", later.getMessage());
      return false;
    }
  }

  private void sweep(Confirmations checks) {
    while (!endedWithin(every)) {
      try {
        checks.confirmAll();
      } catch (RuntimeException later) {
        LOG.warn(
            "What the target has made of yeses is not known, and looked for again: {}",
            later.getMessage());
      }
    }
  }

  private boolean endedWithin(Duration wait) {
    try {
      return ended.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** What is not known by now the next process looks for. */
  @Override
  public void close() {
    ended.countDown();
    threads.shutdownNow();
    threads.close();
  }
}
