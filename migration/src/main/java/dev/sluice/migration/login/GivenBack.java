package dev.sluice.migration.login;

import dev.sluice.api.attempt.AttemptLimit;

/** Attempts that proved nothing. */
final class GivenBack {
  private GivenBack() {}

  /**
   * Gives an attempt back, even if no caller waits for the answer any more. A database connection
   * that is used by an interrupted thread closes itself, and the attempt would stay counted.
   */
  static void attempt(AttemptLimit limit, String counted) {
    boolean interrupted = Thread.interrupted();
    try {
      limit.giveBack(counted);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
