package dev.sluice.benchmarks;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Writes users to a target with its own batch size and number of concurrent batches. */
final class TargetImport {
  private final Target target;
  private final String series;

  TargetImport(Target target, String series) {
    this.target = target;
    this.series = series;
  }

  /** Writes users {@code from} to {@code to} of the series and returns how long that took. */
  Duration write(int from, int to) throws InterruptedException {
    AtomicInteger next = new AtomicInteger(from);
    Instant begun = Instant.now();
    int threads = target.describe().parallelism();
    try (ExecutorService writers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(writers.submit(() -> writeAll(next, to)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("The import failed.", failed);
    }
    return Duration.between(begun, Instant.now());
  }

  private void writeAll(AtomicInteger next, int to) {
    int size = target.describe().batchSize();
    for (int begin = next.getAndAdd(size); begin < to; begin = next.getAndAdd(size)) {
      List<PlannedUser> batch =
          IntStream.range(begin, Math.min(begin + size, to))
              .mapToObj(number -> new ImportedUser(series, number).planned())
              .toList();
      for (WriteOutcome outcome : target.write(batch)) {
        if (!(outcome instanceof WriteOutcome.Created)) {
          throw new IllegalStateException("Not created: " + outcome);
        }
      }
    }
  }
}
