package dev.sluice.migration.bulk;

import dev.sluice.api.ledger.DeferredUsers;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.run.AtOnce;
import java.util.List;
import java.util.Optional;

/** Goes through the deferred users once all shards are read. */
final class DeferredReading {
  private final String round;
  private final DeferredUsers deferred;
  private final RunLog runs;
  private final String run;
  private final int batchSize;
  private final BatchMove move;

  /**
   * @param round the name under which progress is kept
   */
  DeferredReading(
      String round,
      DeferredUsers deferred,
      RunLog runs,
      String run,
      int batchSize,
      BatchMove move) {
    this.round = round;
    this.deferred = deferred;
    this.runs = runs;
    this.run = run;
    this.batchSize = batchSize;
    this.move = move;
  }

  void readAll() throws InterruptedException {
    AtOnce.forEach(deferred.parts(), Integer.MAX_VALUE, this::read);
  }

  private void read(String part) throws InterruptedException {
    String name = round + ":" + part;
    Progress reached =
        runs.progress(run, name).orElseGet(() -> new Progress(run, name, null, false, 0));
    while (!reached.finished()) {
      List<UserRecord> users =
          deferred.next(part, Optional.ofNullable(reached.position()).map(UserId::new), batchSize);
      reached = after(users, reached);
      move.move(users, reached);
    }
  }

  private Progress after(List<UserRecord> users, Progress before) {
    return new Progress(
        run,
        before.part(),
        users.isEmpty() ? before.position() : users.getLast().id().value(),
        users.size() < batchSize,
        before.count() + users.size());
  }
}
