package dev.sluice.cognito.pool;

import dev.sluice.api.source.SourceException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what another thread reads. */
final class Await {
  private Await() {}

  static <T> T result(Future<T> reading) {
    try {
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("Reading the pool's configuration was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
