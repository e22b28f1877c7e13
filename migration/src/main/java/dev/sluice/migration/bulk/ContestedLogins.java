package dev.sluice.migration.bulk;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.Standing;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.mapping.Planned;
import dev.sluice.migration.mapping.Rejection;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.owner.LoginOwners;
import dev.sluice.migration.run.BatchWriter;
import dev.sluice.migration.run.ProfileWriting;
import dev.sluice.migration.run.ProfileWriting.Contested;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.RunException;
import dev.sluice.migration.run.RunKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Gives each contested login to its owner, once all users are known: an address is taken from the
 * user who was written first, or left out, and of two users with one username the weaker one is
 * rejected, even if it has been written.
 */
final class ContestedLogins {
  private final LoginOwners owners;
  private final UserMapping mapping;
  private final Target target;
  private final BatchWriter writer;
  private final Ledger ledger;
  private final RunCounts counts;

  ContestedLogins(
      LoginOwners owners,
      UserMapping mapping,
      Target target,
      BatchWriter writer,
      Ledger ledger,
      RunCounts counts) {
    this.owners = owners;
    this.mapping = mapping;
    this.target = target;
    this.writer = writer;
    this.ledger = ledger;
    this.counts = counts;
  }

  PlannedUser claiming(PlannedUser planned, UserRecord user) {
    return owners.claiming(planned, Standing.of(user));
  }

  /** Returns whether the user waits for another who is still to be written. */
  boolean isUndecided(UserRecord user) {
    return switch (mapping.plan(user)) {
      case Planned planned -> owners.isUndecided(planned.user(), Standing.of(user));
      case Rejection _ -> false;
    };
  }

  /**
   * Decides and settles, one at a time and the best first: a user who is removed may be the rival
   * of another one.
   *
   * @param all whether to decide too about users with a rival who is still to be settled
   */
  synchronized List<Change> decide(List<Contested> contested, boolean all)
      throws InterruptedException {
    List<Contested> bestFirst =
        contested.stream()
            .sorted(
                Comparator.comparing((Contested each) -> Standing.of(each.user()))
                    .reversed()
                    .thenComparing(each -> each.user().id()))
            .toList();
    List<Change> changes = new ArrayList<>();
    for (Contested each : bestFirst) {
      if (all || !owners.isUsernameUndecided(each.planned(), Standing.of(each.user()))) {
        Optional<Change> change = decide(each, all);
        ledger.settle(RunKind.BULK, change.stream().toList(), Optional.empty());
        change.ifPresent(changes::add);
      }
    }
    return changes;
  }

  /** Leaves it open if a third user has taken the login meanwhile. */
  private Optional<Change> decide(Contested each, boolean all) throws InterruptedException {
    Optional<List<LedgerEntry>> losers =
        target.describe().capabilities().contains(TargetCapability.REMOVES)
            ? owners.losersOfUsername(each.planned(), Standing.of(each.user()))
            : Optional.empty();
    if (losers.isEmpty() || !areRemoved(losers.get(), each.user())) {
      return Optional.of(rejected(each, each.problem()));
    }
    WriteOutcome again = writer.write(List.of(each.planned())).getFirst();
    return switch (again) {
      case WriteOutcome.Created _ ->
          Optional.of(ProfileWriting.written(each.planned()).as(mapping.fingerprint(each.user())));
      case WriteOutcome.AlreadyThere _ -> Optional.of(ProfileWriting.written(each.planned()));
      case WriteOutcome.Refused refused ->
          refused.taken() && !all
              ? Optional.empty()
              : Optional.of(rejected(each, refused.problem()));
      case WriteOutcome.TryLater _ ->
          throw new IllegalStateException("The writer must return final outcomes only.");
    };
  }

  /** Removes users who lose their username; whoever has moved meanwhile keeps it. */
  private boolean areRemoved(List<LedgerEntry> losers, UserRecord winner) {
    boolean removed = true;
    for (UpdateOutcome outcome : target.remove(losers.stream().map(LedgerEntry::id).toList())) {
      switch (outcome) {
        case UpdateOutcome.Done _, UpdateOutcome.NotThere _ -> reject(outcome.id(), winner);
        case UpdateOutcome.InCharge _, UpdateOutcome.Refused _ -> removed = false;
        case UpdateOutcome.TryLater later ->
            throw new RunException(
                "The target does not answer now ("
                    + later.problem()
                    + "). What was done is recorded: run the same command again.");
      }
    }
    return removed;
  }

  /** In the mode bulk, a user who must still set a password counts as moved. */
  private void reject(UserId loser, UserRecord winner) {
    List<Change> change =
        List.of(
            Change.rejected(
                loser,
                "the username belongs to the user %s, whose profile has the better claim: change or remove one of the two"
                    .formatted(winner.username())));
    if (ledger.settle(RunKind.BULK, change, Optional.empty()).isEmpty()) {
      ledger.takeBack(RunKind.BULK, change);
    }
    counts.rejectedAfterwards();
  }

  private Change rejected(Contested each, String problem) {
    return Change.rejected(each.user().id(), problem).as(mapping.fingerprint(each.user()));
  }
}
