package dev.sluice.api.ledger;

import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record of runs, which lets a run that was cut short resume where it stopped. */
public interface RunLog {

  /** Starts a run of a kind for all users, or resumes the unfinished one. */
  default Optional<OpenRun> open(String kind) {
    return open(kind, RunScope.EVERYBODY);
  }

  /**
   * Starts a run of a kind, or resumes the unfinished one for the same users. An unfinished run
   * under the same name for other users is ended and begun anew. Only one run of a kind is at work
   * at a time, whichever users it is for; what unfinished runs for other users had claimed is free
   * for it.
   *
   * @param kind such as {@code bulk}
   * @return empty when another process is at a run of this kind now; otherwise the run, which
   *     belongs to this process until it is closed or the process dies
   */
  Optional<OpenRun> open(String kind, RunScope scope);

  /**
   * Keeps all processes from opening runs of a kind, without beginning one.
   *
   * @return empty when another process is at one now
   */
  Optional<Hold> hold(String kind);

  /**
   * Returns the runs of a kind that were cut short, including the one at work now; oldest first.
   */
  List<UnfinishedRun> unfinished(String kind);

  /**
   * Returns when a run of a kind that read all users, from the pool or from an archive, was last
   * finished; empty when none was.
   */
  Optional<Instant> lastOfEverybody(String kind);

  Optional<Progress> progress(String run, String part);

  void record(Progress progress);

  /** Remembers members of a group, together with the progress made in reading it. */
  void rememberMembers(String group, Collection<UserId> members, Progress progress);

  /**
   * Returns the groups of each of these users, sorted, as one run found them; users without groups
   * are absent.
   */
  Map<UserId, List<String>> groupsOf(String run, Collection<UserId> users);

  /** Keeps runs of a kind from being opened until this is closed, or this process dies. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** A run that this process holds. */
  interface OpenRun extends AutoCloseable {
    /** Returns a name that is unique, and stays the same when the run is resumed. */
    String name();

    /** Returns whether an earlier process began it. */
    boolean resumed();

    /** Returns the users whom this run has deferred. */
    DeferredUsers deferred();

    /**
     * Ends the run for good: the next one starts anew. Ending a run for all users also ends the
     * unfinished runs for parts of them.
     */
    void finish();

    /** Releases the run without ending it. */
    @Override
    void close();
  }
}
