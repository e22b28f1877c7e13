package dev.sluice.app.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One of the processes that execute handed-over runs. A run executes in one of them, which renews a
 * heartbeat; after four missed heartbeats, another process resumes the run.
 */
public final class Replica implements AutoCloseable {
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofSeconds(5);
  private static final Duration TIME_TO_LET_GO = Duration.ofSeconds(20);

  private final Scheduler scheduler;
  private final AtWork atWork;

  private Replica(Scheduler scheduler, AtWork atWork) {
    this.scheduler = scheduler;
    this.atWork = atWork;
  }

  /**
   * Starts polling for runs.
   *
   * @param heartbeat how often a running run renews its heartbeat
   * @param runs the action for each kind of run
   * @param every how often a run of a kind is handed over automatically, by all processes together
   */
  public static Replica start(
      LedgerStore ledger,
      Duration heartbeat,
      Map<String, LongRun> runs,
      Map<String, Duration> every) {
    AtWork atWork = new AtWork();
    Duration retry = heartbeat.multipliedBy(MISSED_HEARTBEATS);
    List<Task<?>> tasks =
        runs.entrySet().stream()
            .<Task<?>>map(each -> task(each.getKey(), each.getValue(), retry, atWork))
            .toList();
    List<RecurringTask<Void>> schedule =
        every.entrySet().stream().map(each -> recurring(each.getKey(), each.getValue())).toList();
    Duration look = heartbeat.dividedBy(MISSED_HEARTBEATS);
    Scheduler scheduler =
        Scheduler.create(ledger.tasks(), tasks)
            .startTasks(schedule)
            .serializer(new TaskData())
            .schedulerName(new SchedulerName.Fixed(name()))
            .threads(runs.size() + 1)
            .heartbeatInterval(heartbeat)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .pollingInterval(
                look.compareTo(LONGEST_BETWEEN_LOOKS) > 0 ? LONGEST_BETWEEN_LOOKS : look)
            .shutdownMaxWait(TIME_TO_LET_GO)
            .build();
    scheduler.start();
    return new Replica(scheduler, atWork);
  }

  private static Task<HandedRun> task(String kind, LongRun run, Duration retry, AtWork atWork) {
    return Tasks.custom(kind, HandedRun.class)
        .onDeadExecutionRevive()
        .onFailure(new FailureHandler.OnFailureRetryLater<>(retry))
        .execute(new RunTask(run, retry, atWork));
  }

  /** Only hands runs over, so that every run is executed, retried and shown in the same way. */
  private static RecurringTask<Void> recurring(String kind, Duration every) {
    return Tasks.recurring(kind + "-schedule", Schedules.fixedDelay(every))
        .execute((instance, context) ->
            context
                .getSchedulerClient()
                .scheduleIfNotExists(HandedRuns.instance(kind, HandedRun.plain()), Instant.now()));
  }

  /** Returns the name that {@code sluice status} shows: the machine and the process. */
  private static String name() {
    String process = "process " + ProcessHandle.current().pid();
    try {
      return InetAddress.getLocalHost().getHostName() + ", " + process;
    } catch (UnknownHostException nameless) {
      return process;
    }
  }

  /** Interrupts the runs that execute here, so that other processes can resume them at once. */
  @Override
  public void close() {
    scheduler.pause();
    atWork.letGo();
    scheduler.stop();
  }
}
