package dev.sluice.migration.run;

import dev.sluice.migration.ledger.RunLog;
import dev.sluice.migration.user.UserId;
import dev.sluice.migration.user.UserRecord;
import java.util.List;
import java.util.Map;

/** The groups of users as a run has read them before. */
final class KnownGroups {
  private final RunLog runs;
  private final String run;

  KnownGroups(RunLog runs, String run) {
    this.runs = runs;
    this.run = run;
  }

  /** These users with their groups. */
  List<UserRecord> addedTo(List<UserRecord> users) {
    Map<UserId, List<String>> groups =
        runs.groupsOf(run, users.stream().map(UserRecord::id).toList());
    return users.stream()
        .map(user -> user.withGroups(groups.getOrDefault(user.id(), List.of())))
        .toList();
  }
}
