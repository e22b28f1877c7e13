package dev.sluice.migration.bulk;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.run.ProfileWriting.Contested;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which users of a batch are written now. */
interface BatchFilter {

  /**
   * Sorts a batch.
   *
   * @param claimed the users of the batch whom the run may write
   */
  Sorted sort(List<UserRecord> batch, Set<UserId> claimed);

  /** Returns the user with its claim to its email address, as far as it can be known now. */
  PlannedUser claiming(PlannedUser planned, UserRecord user);

  /**
   * Decides about users whose username or email address another user has at the target, and records
   * it.
   *
   * @return changes of those who are decided now, which are settled; the others are decided later
   *     in the run
   */
  List<Change> decide(List<Contested> contested) throws InterruptedException;

  /**
   * A batch, sorted.
   *
   * @param write users who are written now
   * @param remarks what to add when the target refuses one of them
   * @param decided changes of users who need no write
   * @param read how many of the batch came from the source just now
   * @param deferred users of the batch who are decided later in the run
   */
  record Sorted(
      List<UserRecord> write,
      Map<UserId, String> remarks,
      List<Change> decided,
      int read,
      Set<UserId> deferred) {
    public Sorted {
      write = List.copyOf(write);
      remarks = Map.copyOf(remarks);
      decided = List.copyOf(decided);
      deferred = Set.copyOf(deferred);
    }
  }
}
