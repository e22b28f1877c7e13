package dev.sluice.api.ledger;

import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record of runs: what makes a run that was cut short go on where it stopped. */
public interface RunLog {

  /** Starts a run of a kind for everybody, or goes on with the unfinished one. */
  default Optional<OpenRun> open(String kind) {
    return open(kind, RunScope.EVERYBODY);
  }

  /**
   * Starts a run of a kind, or goes on with the unfinished one for the same users; one under the
   * same name for others is ended and begun anew. Of one kind there is one run at work at a time,
   * whoever it is for; what unfinished ones for others had claimed is free for it.
   *
   * @param kind such as {@code bulk}
   * @return empty when another process is at a run of this kind now; otherwise the run, which is
   *     ours until closed or until this process dies
   */
  Optional<OpenRun> open(String kind, RunScope scope);

  /**
   * Keeps runs of a kind from being opened by anybody, without beginning one.
   *
   * @return empty when another process is at one now
   */
  Optional<Hold> hold(String kind);

  /** The runs of a kind that were cut short, the one at work now among them; oldest first. */
  List<UnfinishedRun> unfinished(String kind);

  /**
   * When a run of a kind last came to its end that has read everybody, be it in the pool or in an
   * archive; empty when none has.
   */
  Optional<Instant> lastOfEverybody(String kind);

  Optional<Progress> progress(String run, String part);

  void record(Progress progress);

  /** Remembers members of a group, together with the progress made in reading it. */
  void rememberMembers(String group, Collection<UserId> members, Progress progress);

  /**
   * The groups of each of these users, as one run found them, sorted; users without any are absent.
   */
  Map<UserId, List<String>> groupsOf(String run, Collection<UserId> users);

  /** A kind of run that nobody can open until this is closed, or this process dies. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** A run that this process holds. */
  interface OpenRun extends AutoCloseable {
    /** Unique, and the same when the run is resumed. */
    String name();

    /** Whether an earlier process began it. */
    boolean resumed();

    /** Users whom this run has put aside. */
    DeferredUsers deferred();

    /**
     * Ends the run for good: the next one starts anew. One for everybody ends the unfinished ones
     * for parts as well.
     */
    void finish();

    /** Lets go of the run without ending it. */
    @Override
    void close();
  }
}
