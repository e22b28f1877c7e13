package dev.sluice.migration.run;

import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.util.List;
import java.util.Map;

/** The groups of users as a run has read them before. */
public final class KnownGroups {
  private final RunLog runs;
  private final String run;

  public KnownGroups(RunLog runs, String run) {
    this.runs = runs;
    this.run = run;
  }

  /** Returns these users with their groups. */
  public List<UserRecord> addedTo(List<UserRecord> users) {
    Map<UserId, List<String>> groups =
        runs.groupsOf(run, users.stream().map(UserRecord::id).toList());
    return users.stream()
        .map(user -> user.withGroups(groups.getOrDefault(user.id(), List.of())))
        .toList();
  }
}
