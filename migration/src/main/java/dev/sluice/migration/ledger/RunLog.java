package dev.sluice.migration.ledger;

import dev.sluice.migration.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record of runs: what makes a run that was cut short go on where it stopped. */
public interface RunLog {

  /**
   * Starts a run of a kind, or goes on with the unfinished one.
   *
   * @param kind such as {@code bulk}
   * @return empty when another process is at it now; otherwise the run, which is ours until closed
   *     or until this process dies
   */
  Optional<OpenRun> open(String kind);

  /** The run of a kind that is at work now, or was cut short. */
  Optional<UnfinishedRun> unfinished(String kind);

  Optional<Progress> progress(String run, String part);

  void record(Progress progress);

  /** Remembers members of a group, together with the progress made in reading it. */
  void rememberMembers(String group, Collection<UserId> members, Progress progress);

  /**
   * The groups of each of these users, as one run found them, sorted; users without any are absent.
   */
  Map<UserId, List<String>> groupsOf(String run, Collection<UserId> users);

  /** A run that this process holds. */
  interface OpenRun extends AutoCloseable {
    /** Unique, and the same when the run is resumed. */
    String name();

    /** Whether an earlier process began it. */
    boolean resumed();

    /** Ends the run for good: the next one of its kind starts anew. */
    void finish();

    /** Lets go of the run without ending it. */
    @Override
    void close();
  }
}
