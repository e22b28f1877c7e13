package dev.sluice.migration.login;

import dev.sluice.api.attempt.AttemptLimit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Attempts that proved nothing. */
final class GivenBack {
  private GivenBack() {}

  /**
   * Gives an attempt back, even if no caller waits for the answer any more: on a thread that
   * nothing interrupts. Else a login whose time is up while it waits for the database would stay
   * counted.
   */
  static void attempt(AttemptLimit limit, String counted) {
    FutureTask<Void> given = new FutureTask<>(() -> limit.giveBack(counted), null);
    Thread.ofVirtual().start(given);
    try {
      given.get();
    } catch (InterruptedException late) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(failed.getCause());
    }
  }
}
