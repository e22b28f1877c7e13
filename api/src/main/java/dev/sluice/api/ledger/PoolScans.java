package dev.sluice.api.ledger;

import dev.sluice.api.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of pool scans. Cognito cannot report what has changed, so each scan reads the whole
 * pool and is compared with what the scan before it recorded. Throws {@link LedgerException} when
 * it cannot be read or written.
 */
public interface PoolScans {
  /** The author of a scan's changes in the history. */
  String WHO = "sync";

  /** Returns the scan that a run makes, and begins it if the run has none yet. */
  PoolScan open(String run, String pool);

  /** Returns the last scan that was finished. */
  Optional<PoolScan> newest();

  /** Returns what is remembered of these users; users whom the ledger does not know are absent. */
  Map<UserId, Remembered> remembered(Collection<UserId> users);

  /**
   * Returns all users who have not been found deleted and are not merged, in the order of their
   * numbers.
   *
   * @param after only users with a higher number; 0 to begin
   */
  List<Remembered> present(long after, int limit);

  /**
   * Records what became of some users, in one transaction together with the run's progress. Users
   * who are not known are left out.
   *
   * @param part of the scan, such as a shard; findings are counted for each part
   */
  void settle(PoolScan scan, String part, ScanBatch batch, Optional<Progress> progress);

  /** Returns how many users were known when this scan began and have not been seen by it. */
  long missing(PoolScan scan);

  /**
   * Returns users who were known when this scan began and have not been seen by it, in the order of
   * their numbers.
   *
   * @param after only users with a higher number; 0 to begin
   */
  List<Remembered> missing(PoolScan scan, long after, int limit);

  /** Returns any one user whom this scan, or a later one, has seen. */
  Optional<UserId> anySeen(PoolScan scan);

  Map<Finding, Long> findings(PoolScan scan);

  /** Returns the differences that a scan found, oldest first; the scan must be the newest. */
  List<ScanBatch.Drift> drift(PoolScan scan, int limit);

  /** Ends a scan. */
  void finish(PoolScan scan);
}
