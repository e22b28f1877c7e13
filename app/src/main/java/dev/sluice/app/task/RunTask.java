package dev.sluice.app.task;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes runs of one kind as they are handed over. A failed run is retried, each time after twice
 * the delay; an interrupted run is free for another process at once.
 */
final class RunTask implements ExecutionHandler<HandedRun> {
  private static final Logger LOG = LoggerFactory.getLogger(RunTask.class);
  private static final int MOST_DOUBLINGS = 5;

  private final LongRun run;
  private final Duration firstDelay;
  private final AtWork atWork;

  /**
   * @param firstDelay the delay after the first failure; the longest is 32 times that
   */
  RunTask(LongRun run, Duration firstDelay, AtWork atWork) {
    this.run = run;
    this.firstDelay = firstDelay;
    this.atWork = atWork;
  }

  @Override
  public CompletionHandler<HandedRun> execute(
      TaskInstance<HandedRun> instance, ExecutionContext context) {
    String kind = instance.getTaskName();
    HandedRun handed = instance.getData();
    try {
      LOG.info("The handed-over {} run is running here.", kind);
      LOG.info("{}", atWork.during(() -> run.run(handed)));
      return new CompletionHandler.OnCompleteRemove<>();
    } catch (InterruptedException told) {
      LOG.info("The {} run was interrupted; another process can resume it.", kind);
      return again(handed, Duration.ZERO);
    } catch (RuntimeException failed) {
      HandedRun after = handed.failed(String.valueOf(failed.getMessage()));
      Duration delay = delay(after.failures());
      LOG.warn(
          "The {} run failed and will be retried in {} s: {}",
          kind,
          delay.toSeconds(),
          after.problem());
      return again(after, delay);
    }
  }

  private static CompletionHandler<HandedRun> again(HandedRun run, Duration delay) {
    return (complete, operations) ->
        operations.reschedule(complete, Instant.now().plus(delay), run);
  }

  private Duration delay(int failures) {
    return firstDelay.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
  }
}
