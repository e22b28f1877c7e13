package dev.sluice.migration.bulk;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
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
