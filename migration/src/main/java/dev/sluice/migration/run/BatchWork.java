package dev.sluice.migration.run;

import dev.sluice.migration.ledger.Progress;
import dev.sluice.migration.user.UserRecord;
import java.util.List;

/** What a run does with each batch of users as they were read, groups left empty. */
@FunctionalInterface
interface BatchWork {

  /**
   * Does it, and records that the shard has come this far.
   *
   * @param batch not to be kept
   */
  void on(List<UserRecord> batch, Progress progress) throws InterruptedException;
}
