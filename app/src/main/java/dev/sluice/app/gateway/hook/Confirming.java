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
 * Checks whether the target has created or changed the user after a yes: some moments after it, and
 * periodically for all users of which that is unknown, including those of an earlier process.
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

  /** Checks once {@link #begin} is called; takes other intervals than {@link #everyMinute}. */
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

  /** Checks one user that was just answered yes; a sweep finds what this check misses. */
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
      LOG.debug("The effect of a yes at the target is checked again later: {}", later.getMessage());
      return false;
    }
  }

  private void sweep(Confirmations checks) {
    while (!endedWithin(every)) {
      try {
        checks.confirmAll();
      } catch (RuntimeException later) {
        LOG.warn(
            "The effect of yeses at the target is unknown and will be checked again: {}",
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

  /** Stops; the next process checks what is still unknown. */
  @Override
  public void close() {
    ended.countDown();
    threads.shutdownNow();
    threads.close();
  }
}
