package dev.sluice.migration.run;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.mapping.Planned;
import dev.sluice.migration.mapping.Rejection;
import dev.sluice.migration.mapping.UserMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Maps and writes profiles, and returns the outcome of each. */
public final class ProfileWriting {
  /** The beginning of the notice about users who lose links to other providers. */
  public static final String WITHOUT_LINKS =
      "The attribute identities cannot be read, so these users come without the accounts at other"
          + " providers that it holds";

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
   * @param claim gives each user its claim to its email address
   * @throws RunException when the target takes no user
   */
  public Written write(
      List<UserRecord> users,
      Map<UserId, String> remarks,
      BiFunction<PlannedUser, UserRecord, PlannedUser> claim)
      throws InterruptedException {
    List<Change> changes = new ArrayList<>();
    List<Contested> contested = new ArrayList<>();
    int withoutAddress = 0;
    Map<UserId, UserRecord> records = new HashMap<>();
    Map<UserId, PlannedUser> planned = new HashMap<>();
    for (UserRecord user : users) {
      records.put(user.id(), user);
      switch (mapping.plan(user)) {
        case Planned plan -> {
          planned.put(plan.id(), claim.apply(plan.user(), user));
          if (UserMapping.comesWithoutLinks(user)) {
            writer.notice(WITHOUT_LINKS, user.username());
          }
        }
        case Rejection rejection ->
            changes.add(
                Change.rejected(rejection.id(), rejection.detail()).as(mapping.fingerprint(user)));
      }
    }
    for (WriteOutcome outcome : writer.write(inOrder(planned.values()))) {
      PlannedUser user = planned.get(outcome.id());
      UserRecord record = records.get(outcome.id());
      if (user == null || record == null) {
        throw new RunException("The target answered about a user that was not sent to it.");
      }
      withoutAddress +=
          outcome instanceof WriteOutcome.Created(_, boolean shared) && shared ? 1 : 0;
      if (outcome instanceof WriteOutcome.Refused refused && refused.taken()) {
        contested.add(new Contested(record, user, refused.problem()));
      } else {
        changes.add(change(user, record, outcome, remarks.getOrDefault(user.id(), "")));
      }
    }
    return new Written(changes, contested, withoutAddress);
  }

  /** Returns users who take an address before users who may have it, or yield it. */
  private static List<PlannedUser> inOrder(Collection<PlannedUser> users) {
    return users.stream().sorted(Comparator.comparing(PlannedUser::emailClaim)).toList();
  }

  /**
   * Remembers no fingerprint of a user who existed there already, because the target may have an
   * older version, nor of one who came without its address, which may become free.
   */
  private Change change(PlannedUser user, UserRecord record, WriteOutcome outcome, String remark) {
    return switch (outcome) {
      case WriteOutcome.Created created ->
          created.withoutEmail() ? written(user) : written(user).as(mapping.fingerprint(record));
      case WriteOutcome.AlreadyThere _ -> written(user);
      case WriteOutcome.Refused refused ->
          Change.rejected(user.id(), (refused.problem() + " " + remark).strip())
              .as(mapping.fingerprint(record));
      case WriteOutcome.TryLater _ ->
          throw new IllegalStateException("The writer must return final outcomes only.");
    };
  }

  /** Returns the change that follows for a user whom the target has now. */
  public static Change written(PlannedUser user) {
    return switch (user.firstPassword()) {
      case AT_FIRST_LOGIN -> Change.imported(user.id());
      case MUST_RESET -> Change.migrated(user.id(), MovedBy.FORCED);
      case NONE -> Change.migrated(user.id(), MovedBy.FEDERATED);
    };
  }

  /**
   * What became of users.
   *
   * @param changes one for each user, without those of {@code contested}
   * @param contested users whose username or email address another user has at the target
   * @param withoutAddress how many of two who shared an email address are without it now
   */
  public record Written(List<Change> changes, List<Contested> contested, int withoutAddress) {
    public Written {
      changes = List.copyOf(changes);
      contested = List.copyOf(contested);
    }
  }

  /**
   * A user whose username or email address another user has at the target.
   *
   * @param problem as the target has put it
   */
  public record Contested(UserRecord user, PlannedUser planned, String problem) {}
}
