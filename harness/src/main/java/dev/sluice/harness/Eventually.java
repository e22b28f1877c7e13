package dev.sluice.harness;

import java.time.Duration;
import java.time.Instant;

/** Waits for what happens after an answer was given. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Asserts what does not hold yet.
   *
   * @param <E> what the check throws if it cannot look
   */
  public interface Check<E extends Exception> {
    void run() throws E;
  }

  private Eventually() {}

  /** Repeats the check until it holds; after 20 s its own failure is the result. */
  public static <E extends Exception> void holds(Check<E> check) throws E, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      try {
        check.run();
        return;
      } catch (AssertionError notYet) {
        Thread.sleep(100);
      }
    }
    check.run();
  }
}
