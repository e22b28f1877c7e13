package dev.sluice.migration.bulk;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.run.KnownGroups;
import dev.sluice.migration.run.ProfileWriting;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.RunKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes one batch of users as read from claim over write to settle. */
final class BatchMove {
  private final BatchClaims batchClaims;
  private final BatchFilter filter;
  private final Ledger ledger;
  private final KnownGroups groups;
  private final ProfileWriting writing;
  private final RunCounts counts;

  /**
   * @param batchClaims the users whom the run is about
   * @param filter which users of a batch are written now
   */
  BatchMove(
      BatchClaims batchClaims,
      BatchFilter filter,
      Ledger ledger,
      KnownGroups groups,
      ProfileWriting writing,
      RunCounts counts) {
    this.batchClaims = batchClaims;
    this.filter = filter;
    this.ledger = ledger;
    this.groups = groups;
    this.writing = writing;
    this.counts = counts;
  }

  /**
   * Moves a batch and records that its part has come this far.
   *
   * @throws dev.sluice.migration.run.RunException when the target takes no user; then the batch is
   *     claimed but not settled, and the next run repeats it
   */
  void move(List<UserRecord> batch, Progress progress) throws InterruptedException {
    BatchClaims.Claimed claimed = batchClaims.claim(progress.run(), batch);
    BatchFilter.Sorted sorted = filter.sort(batch, claimed.ours());
    List<Change> changes = new ArrayList<>(sorted.decided());
    ProfileWriting.Written written =
        writing.write(groups.addedTo(sorted.write()), sorted.remarks(), filter::claiming);
    changes.addAll(written.changes());
    counts.withoutAddress(written.withoutAddress());
    List<Change> decided = filter.decide(written.contested());
    ledger.settle(RunKind.BULK, changes, Optional.of(progress));
    changes.addAll(decided);
    int later = sorted.deferred().size() + written.contested().size() - decided.size();
    int outside = outside(claimed, sorted);
    counts.outside(outside);
    counts.settled(sorted.read(), batch.size() - later - outside, changes);
  }

  /** Leaves out deferred users, who come again later in the run and are counted then. */
  private static int outside(BatchClaims.Claimed claimed, BatchFilter.Sorted sorted) {
    return (int) claimed.outside().stream().filter(id -> !sorted.deferred().contains(id)).count();
  }
}
