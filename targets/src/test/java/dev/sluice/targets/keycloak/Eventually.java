package dev.sluice.targets.keycloak;

import dev.sluice.targets.http.TroubleException;
import java.time.Duration;
import java.time.Instant;

/** Waits for what happens after an answer was given. */
public final class Eventually {
  /** Something that is not so yet. */
  public interface Check {
    void run() throws TroubleException;
  }

  private Eventually() {}

  /** Repeats the check until it holds; after 20 s its own failure is the result. */
  public static void holds(Check check) throws TroubleException, InterruptedException {
    var deadline = Instant.now().plus(Duration.ofSeconds(20));
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
