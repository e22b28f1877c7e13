package dev.sluice.migration.bulk;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of a batch who is written now. */
interface BatchFilter {

  /**
   * Sorts a batch.
   *
   * @param claimed those of the batch whom the run may write
   */
  Sorted sort(List<UserRecord> batch, Set<UserId> claimed);

  /**
   * A batch, sorted.
   *
   * @param write who is written now
   * @param remarks what to add when the target refuses one of them
   * @param decided what becomes of those of whom it is clear without writing
   * @param read how many of the batch came from the source just now
   * @param aside those of the batch who are decided later in the run
   */
  record Sorted(
      List<UserRecord> write,
      Map<UserId, String> remarks,
      List<Change> decided,
      int read,
      Set<UserId> aside) {
    public Sorted {
      write = List.copyOf(write);
      remarks = Map.copyOf(remarks);
      decided = List.copyOf(decided);
      aside = Set.copyOf(aside);
    }
  }
}
