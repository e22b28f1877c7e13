package dev.sluice.migration.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Does one thing for each item, many concurrently, each on a virtual thread of its own. */
public final class AtOnce {
  private AtOnce() {}

  /** Work on one item. */
  public interface Work<T> {
    void on(T item) throws InterruptedException;
  }

  /**
   * Runs the work and returns when all is done. The first failure interrupts the rest and is
   * thrown.
   */
  public static <T> void forEach(List<T> items, int atOnce, Work<T> work)
      throws InterruptedException {
    Semaphore places = new Semaphore(atOnce);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      ExecutorCompletionService<Void> done = new ExecutorCompletionService<>(threads);
      List<Future<Void>> all = new ArrayList<>();
      for (T item : items) {
        all.add(done.submit(() -> inPlace(places, work, item)));
      }
      try {
        for (int i = 0; i < items.size(); i++) {
          done.take().get();
        }
      } catch (ExecutionException failed) {
        throw unchecked(failed);
      } finally {
        all.forEach(task -> task.cancel(true));
      }
    }
  }

  @SuppressWarnings("NullAway") // A task without a result is a Callable<Void>, which returns null.
  private static <T> Void inPlace(Semaphore places, Work<T> work, T item)
      throws InterruptedException {
    places.acquire();
    try {
      work.on(item);
      return null;
    } finally {
      places.release();
    }
  }

  private static RuntimeException unchecked(ExecutionException failed) throws InterruptedException {
    Throwable cause = failed.getCause();
    if (cause instanceof InterruptedException) {
      throw new InterruptedException();
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
