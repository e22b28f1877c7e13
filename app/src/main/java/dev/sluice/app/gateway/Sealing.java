package dev.sluice.app.gateway;

import dev.sluice.api.ledger.Seals;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the history periodically, and once more at the end. */
final class Sealing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

  private final Seals seals;
  private final Duration every;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;

  private Sealing(Seals seals, Duration every) {
    this.seals = seals;
    this.every = every;
    this.thread = Thread.ofVirtual().name("sealing").unstarted(this::run);
  }

  static Sealing everyMinute(Seals seals) {
    return every(Duration.ofMinutes(1), seals);
  }

  static Sealing every(Duration interval, Seals seals) {
    Sealing sealing = new Sealing(seals, interval);
    sealing.thread.start();
    return sealing;
  }

  private void run() {
    try {
      while (!ended.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
        seal();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    seal();
  }

  /**
   * Seals the history; each seal covers everything since the last, so the next makes up for a
   * failed one.
   */
  private void seal() {
    try {
      seals.seal();
    } catch (RuntimeException failed) {
      LOG.warn(
          "The history could not be sealed; the next seal will cover it: {}", failed.getMessage());
    }
  }

  /** Waits for the last seal. */
  @Override
  public void close() {
    ended.countDown();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
