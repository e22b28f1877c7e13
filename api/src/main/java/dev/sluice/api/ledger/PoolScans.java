package dev.sluice.api.ledger;

import dev.sluice.api.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of looks at the pool: Cognito cannot be asked what has changed, so each look reads all
 * of it and is compared with what the one before has left behind. Throws {@link LedgerException}
 * when it cannot be read or written.
 */
public interface PoolScans {
  /** Who looked, in the history. */
  String WHO = "sync";

  /** The look that a run makes; begun when the run has none yet. */
  PoolScan open(String run, String pool);

  /** The last look that was finished. */
  Optional<PoolScan> newest();

  /** What is remembered of these users; those whom the ledger does not know are absent. */
  Map<UserId, Remembered> remembered(Collection<UserId> users);

  /**
   * Everybody who has not been found deleted and is not merged, in the order of their numbers.
   *
   * @param after the last number that is not wanted; 0 to begin
   */
  List<Remembered> present(long after, int limit);

  /**
   * Records what became of some users, in one transaction together with the run's progress. Users
   * who are not known are left out.
   *
   * @param part of the look, such as a shard, of which findings are counted by themselves
   */
  void settle(PoolScan scan, String part, ScanBatch batch, Optional<Progress> progress);

  /** How many users this look has not seen who were known when it began. */
  long missing(PoolScan scan);

  /**
   * Users whom this look has not seen although they were known when it began, in the order of their
   * numbers.
   *
   * @param after the last number that is not wanted; 0 to begin
   */
  List<Remembered> missing(PoolScan scan, long after, int limit);

  /** Some user whom this look, or a later one, has seen. */
  Optional<UserId> anySeen(PoolScan scan);

  Map<Finding, Long> findings(PoolScan scan);

  /** Differences found by a look that is the newest, oldest first. */
  List<ScanBatch.Drift> drift(PoolScan scan, int limit);

  /** Ends a look. */
  void finish(PoolScan scan);
}
