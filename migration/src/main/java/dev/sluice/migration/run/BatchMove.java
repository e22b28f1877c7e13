package dev.sluice.migration.run;

import dev.sluice.migration.ledger.Change;
import dev.sluice.migration.ledger.Ledger;
import dev.sluice.migration.ledger.MovedBy;
import dev.sluice.migration.ledger.Progress;
import dev.sluice.migration.ledger.RunLog;
import dev.sluice.migration.ledger.Sighting;
import dev.sluice.migration.mapping.Planned;
import dev.sluice.migration.mapping.Rejection;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.target.WriteOutcome;
import dev.sluice.migration.user.FirstPassword;
import dev.sluice.migration.user.PlannedUser;
import dev.sluice.migration.user.UserId;
import dev.sluice.migration.user.UserRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes one batch of users as read from claim over write to settle. */
final class BatchMove {
  private final String run;
  private final UserMapping mapping;
  private final Ledger ledger;
  private final RunLog runs;
  private final BatchWriter writer;
  private final RunCounts counts;

  BatchMove(
      String run,
      UserMapping mapping,
      Ledger ledger,
      RunLog runs,
      BatchWriter writer,
      RunCounts counts) {
    this.run = run;
    this.mapping = mapping;
    this.ledger = ledger;
    this.runs = runs;
    this.writer = writer;
    this.counts = counts;
  }

  /**
   * Moves a batch and records that the shard has come this far.
   *
   * @throws RunException when the target takes nobody; then the batch is claimed but not settled,
   *     and the next run repeats it
   */
  void move(List<UserRecord> batch, Progress progress) throws InterruptedException {
    Set<UserId> claimed = ledger.claim(run, batch.stream().map(Sighting::of).toList());
    List<UserRecord> ours = batch.stream().filter(user -> claimed.contains(user.id())).toList();
    List<Change> changes = new ArrayList<>();
    Map<UserId, PlannedUser> planned = new HashMap<>();
    for (UserRecord user : withGroups(ours)) {
      switch (mapping.plan(user)) {
        case Planned plan -> planned.put(plan.id(), plan.user());
        case Rejection rejection ->
            changes.add(Change.rejected(rejection.id(), rejection.detail()));
      }
    }
    int rejected = changes.size();
    for (WriteOutcome outcome : writer.write(List.copyOf(planned.values()))) {
      PlannedUser user = planned.get(outcome.id());
      if (user == null) {
        throw new RunException("The target answered about a user that it was not given.");
      }
      Change change = change(user, outcome);
      changes.add(change);
      rejected += change.why() == null ? 0 : 1;
    }
    ledger.settle(BulkRun.KIND, changes, Optional.of(progress));
    counts.settled(
        batch.size(), changes.size() - rejected, batch.size() - changes.size(), rejected);
  }

  private List<UserRecord> withGroups(List<UserRecord> users) {
    Map<UserId, List<String>> groups =
        runs.groupsOf(run, users.stream().map(UserRecord::id).toList());
    return users.stream()
        .map(user -> user.withGroups(groups.getOrDefault(user.id(), List.of())))
        .toList();
  }

  private static Change change(PlannedUser user, WriteOutcome outcome) {
    return switch (outcome) {
      case WriteOutcome.Created created -> written(user);
      case WriteOutcome.AlreadyThere there -> written(user);
      case WriteOutcome.Refused refused -> Change.rejected(user.id(), refused.problem());
      case WriteOutcome.TryLater later ->
          throw new IllegalStateException("The writer gives final outcomes only.");
    };
  }

  private static Change written(PlannedUser user) {
    FirstPassword password = user.firstPassword();
    return switch (password) {
      case AT_FIRST_LOGIN -> Change.imported(user.id());
      case MUST_RESET -> Change.migrated(user.id(), MovedBy.FORCED);
      case NONE -> Change.migrated(user.id(), MovedBy.FEDERATED);
    };
  }
}
