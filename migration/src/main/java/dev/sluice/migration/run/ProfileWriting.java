package dev.sluice.migration.run;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.Fingerprint;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.mapping.Planned;
import dev.sluice.migration.mapping.Rejection;
import dev.sluice.migration.mapping.UserMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Maps and writes profiles, and returns the outcome of each. */
public final class ProfileWriting {
  private final UserMapping mapping;
  private final BatchWriter writer;

  public ProfileWriting(UserMapping mapping, BatchWriter writer) {
    this.mapping = mapping;
    this.writer = writer;
  }

  /**
   * Writes users with their groups.
   *
   * @param remarks what to add when the target refuses one of them; empty where there is nothing
   * @return one change a user
   * @throws RunException when the target takes no user
   */
  public List<Change> write(List<UserRecord> users, Map<UserId, String> remarks)
      throws InterruptedException {
    List<Change> changes = new ArrayList<>();
    Map<UserId, PlannedUser> planned = new HashMap<>();
    Map<UserId, Fingerprint> fingerprints = new HashMap<>();
    for (UserRecord user : users) {
      fingerprints.put(user.id(), mapping.fingerprint(user));
      switch (mapping.plan(user)) {
        case Planned plan -> planned.put(plan.id(), plan.user());
        case Rejection rejection ->
            changes.add(as(Change.rejected(rejection.id(), rejection.detail()), fingerprints));
      }
    }
    for (WriteOutcome outcome : writer.write(List.copyOf(planned.values()))) {
      PlannedUser user = planned.get(outcome.id());
      if (user == null) {
        throw new RunException("The target answered about a user that was not sent to it.");
      }
      String remark = remarks.getOrDefault(user.id(), "");
      changes.add(change(user, outcome, remark, fingerprints));
    }
    return changes;
  }

  /**
   * Remembers no fingerprint of a user who existed there already, because the target may have an
   * older version.
   */
  private static Change change(
      PlannedUser user,
      WriteOutcome outcome,
      String remark,
      Map<UserId, Fingerprint> fingerprints) {
    return switch (outcome) {
      case WriteOutcome.Created created -> as(written(user), fingerprints);
      case WriteOutcome.AlreadyThere there -> written(user);
      case WriteOutcome.Refused refused ->
          as(Change.rejected(user.id(), (refused.problem() + " " + remark).strip()), fingerprints);
      case WriteOutcome.TryLater later ->
          throw new IllegalStateException("The writer must return final outcomes only.");
    };
  }

  private static Change as(Change change, Map<UserId, Fingerprint> fingerprints) {
    Fingerprint fingerprint = fingerprints.get(change.id());
    return fingerprint == null ? change : change.as(fingerprint);
  }

  /** Returns the change that follows for a user whom the target has now. */
  public static Change written(PlannedUser user) {
    return switch (user.firstPassword()) {
      case AT_FIRST_LOGIN -> Change.imported(user.id());
      case MUST_RESET -> Change.migrated(user.id(), MovedBy.FORCED);
      case NONE -> Change.migrated(user.id(), MovedBy.FEDERATED);
    };
  }
}
