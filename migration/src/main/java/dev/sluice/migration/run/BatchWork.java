package dev.sluice.migration.run;

import dev.sluice.api.ledger.Progress;
import dev.sluice.api.user.UserRecord;
import java.util.List;

/** What a run does with each batch of users as they were read, groups left empty. */
@FunctionalInterface
public interface BatchWork {

  /**
   * Does the work, and records that the shard has come this far.
   *
   * @param batch must not be kept
   */
  void on(List<UserRecord> batch, Progress progress) throws InterruptedException;
}
