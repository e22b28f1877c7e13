package dev.sluice.app.task;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hands runs to the processes that serve with a ledger, at most one of a kind at a time. */
public final class HandedRuns {
  /** The kinds of run that can be handed over. */
  public static final List<String> KINDS = List.of("bulk", "sync");

  private final SchedulerClient client;

  private HandedRuns(SchedulerClient client) {
    this.client = client;
  }

  /** Opens the runs of one ledger; a read-only ledger can only be queried. */
  public static HandedRuns in(LedgerStore ledger) {
    List<Task<?>> tasks = KINDS.stream().<Task<?>>map(HandedRuns::task).toList();
    return new HandedRuns(
        SchedulerClient.Builder.create(ledger.tasks(), tasks).serializer(new TaskData()).build());
  }

  /** Declares the data stored with a kind of run; a client never executes it. */
  private static Task<HandedRun> task(String kind) {
    return Tasks.custom(kind, HandedRun.class)
        .execute((instance, context) -> new CompletionHandler.OnCompleteRemove<>());
  }

  static TaskInstance<HandedRun> instance(String kind, HandedRun run) {
    return new TaskInstance<>(kind, kind, run);
  }

  /**
   * Hands a run over to start at once.
   *
   * @return false if one of its kind was handed over before and has not ended
   */
  public boolean handOver(String kind, HandedRun run) {
    return client.scheduleIfNotExists(instance(kind, run), Instant.now());
  }

  /** Returns the run of a kind that was handed over and has not ended. */
  public Optional<HandedRunState> find(String kind) {
    return client
        .getScheduledExecution(TaskInstanceId.of(kind, kind))
        .map(found ->
            new HandedRunState(
                kind,
                found.isPicked() ? Optional.of(found.getPickedBy()) : Optional.empty(),
                found.getExecutionTime(),
                (HandedRun) found.getData()));
  }

  /** Returns all runs that were handed over and have not ended. */
  public List<HandedRunState> all() {
    return KINDS.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /**
   * Withdraws a run that no process is executing.
   *
   * @return false if a process is executing it
   */
  public boolean withdraw(String kind) {
    try {
      client.cancel(TaskInstanceId.of(kind, kind));
      return true;
    } catch (TaskInstanceNotFoundException ended) {
      return true;
    } catch (TaskInstanceCurrentlyExecutingException atWork) {
      return false;
    }
  }
}
