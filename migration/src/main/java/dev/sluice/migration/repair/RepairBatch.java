package dev.sluice.migration.repair;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.user.Standing;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.owner.LoginOwners;
import dev.sluice.migration.run.KnownGroups;
import dev.sluice.migration.run.ProfileWriting;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.RunException;
import dev.sluice.migration.run.RunKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mends the users of one batch as read from the pool. */
final class RepairBatch {
  private final MigrationMode mode;
  private final AlsoThese also;
  private final Ledger ledger;
  private final Target target;
  private final Standings standings;
  private final KnownGroups groups;
  private final LoginOwners owners;
  private final ProfileWriting writing;
  private final Outcomes outcomes;
  private final RunCounts counts;

  RepairBatch(
      MigrationMode mode,
      AlsoThese also,
      Ledger ledger,
      Target target,
      Standings standings,
      KnownGroups groups,
      LoginOwners owners,
      ProfileWriting writing,
      Outcomes outcomes,
      RunCounts counts) {
    this.mode = mode;
    this.also = also;
    this.ledger = ledger;
    this.target = target;
    this.standings = standings;
    this.groups = groups;
    this.owners = owners;
    this.writing = writing;
    this.outcomes = outcomes;
    this.counts = counts;
  }

  /** A user in this batch to whom something has happened. */
  private record Case(UserRecord user, LedgerEntry entry) {}

  void on(List<UserRecord> batch, Progress progress) throws InterruptedException {
    Map<Damage, List<Case>> damaged = find(batch);
    List<Change> changes = new ArrayList<>();
    changes.addAll(writeAgain(Damage.LOST, damaged));
    changes.addAll(record(damaged.getOrDefault(Damage.UNRECORDED, List.of())));
    relink(damaged.getOrDefault(Damage.UNLINKED, List.of()));
    takeBack(Damage.MOVE_LOST, also.moved(), damaged);
    takeBack(Damage.DELETED, also.deleted(), damaged);
    ledger.settle(RunKind.REPAIR, changes, Optional.of(progress));
    int rejected = (int) changes.stream().filter(RepairBatch::isRejection).count();
    int found = damaged.values().stream().mapToInt(List::size).sum();
    counts.settled(batch.size(), found - rejected, batch.size() - found, rejected);
  }

  private Map<Damage, List<Case>> find(List<UserRecord> batch) throws InterruptedException {
    Map<UserId, UserRecord> users = new LinkedHashMap<>();
    batch.forEach(user -> users.put(user.id(), user));
    Map<UserId, LedgerEntry> entries = new HashMap<>(ledger.entries(users.keySet()));
    entries.values().removeIf(entry -> !mayBeDamaged(entry));
    Map<UserId, TargetUser> there = standings.of(List.copyOf(entries.keySet()));
    Map<Damage, List<Case>> damaged = new EnumMap<>(Damage.class);
    for (UserRecord user : users.values()) {
      LedgerEntry entry = entries.get(user.id());
      if (entry != null) {
        damage(entry, there.get(user.id()))
            .ifPresent(damage ->
                damaged
                    .computeIfAbsent(damage, kind -> new ArrayList<>())
                    .add(new Case(user, entry)));
      }
    }
    return damaged;
  }

  private static boolean mayBeDamaged(LedgerEntry entry) {
    return switch (entry.state()) {
      case IMPORTED, MIGRATED, GONE -> true;
      case DISCOVERED, REJECTED, LEFT, MERGED -> false;
    };
  }

  private Optional<Damage> damage(LedgerEntry entry, @Nullable TargetUser there) {
    if (entry.state() == MigrationState.GONE) {
      return there == null || Damage.isBehind(there)
          ? Optional.of(Damage.DELETED)
          : Optional.empty();
    }
    return Damage.of(entry, there, mode);
  }

  /** Writes users once more; they keep their state unless the target now refuses them. */
  private List<Change> writeAgain(Damage damage, Map<Damage, List<Case>> damaged)
      throws InterruptedException {
    List<Case> cases = damaged.getOrDefault(damage, List.of());
    List<Change> changes = written(cases);
    Set<UserId> refused =
        changes.stream()
            .filter(RepairBatch::isRejection)
            .map(Change::id)
            .collect(Collectors.toSet());
    cases.forEach(each -> note(damage, each, !refused.contains(each.user().id())));
    return changes;
  }

  private List<Change> written(List<Case> cases) throws InterruptedException {
    if (cases.isEmpty()) {
      return List.of();
    }
    ProfileWriting.Written written =
        writing.write(
            groups.addedTo(cases.stream().map(Case::user).toList()),
            Map.of(),
            (planned, user) -> owners.claiming(planned, Standing.of(user)));
    List<Change> changes = new ArrayList<>(written.changes());
    written
        .contested()
        .forEach(each -> changes.add(Change.rejected(each.user().id(), each.problem())));
    return changes;
  }

  private List<Change> record(List<Case> cases) {
    cases.forEach(each -> outcomes.mended(Damage.UNRECORDED, each.entry()));
    return cases.stream().map(each -> Change.migrated(each.user().id(), MovedBy.RESET)).toList();
  }

  private void relink(List<Case> cases) {
    if (cases.isEmpty()) {
      return;
    }
    Map<UserId, UpdateOutcome> done =
        target.relink(cases.stream().map(each -> each.user().id()).toList()).stream()
            .collect(Collectors.toMap(UpdateOutcome::id, outcome -> outcome));
    for (Case each : cases) {
      switch (done.get(each.user().id())) {
        case UpdateOutcome.Done _ -> note(Damage.UNLINKED, each, true);
        // Somebody was faster: the next repair sees the user as it is then.
        case UpdateOutcome.InCharge _, UpdateOutcome.NotThere _ ->
            note(Damage.UNLINKED, each, false);
        case UpdateOutcome.Refused(UserId id, String problem, _) -> {
          counts.notice(each.entry().username() + " (" + id + "): " + problem);
          note(Damage.UNLINKED, each, false);
        }
        case UpdateOutcome.TryLater later ->
            throw new RunException(
                "The target does not answer now ("
                    + later.problem()
                    + "). What was done is recorded: run the same command again.");
        case null -> throw new RunException("The target did not answer about a user.");
      }
    }
  }

  /**
   * Lets users start again whom the target has lost, if the owner has decided so. The ledger
   * changes only once the target has the user and awaits the first login.
   */
  private void takeBack(Damage damage, boolean decided, Map<Damage, List<Case>> damaged)
      throws InterruptedException {
    List<Case> cases = damaged.getOrDefault(damage, List.of());
    if (!decided) {
      cases.forEach(each -> outcomes.left(damage, each.entry()));
      return;
    }
    List<Change> changes = written(cases);
    Map<UserId, TargetUser> now = standings.of(changes.stream().map(Change::id).toList());
    Set<UserId> back =
        ledger.takeBack(
            RunKind.REPAIR,
            changes.stream()
                .filter(change -> isRejection(change) || hasNoPassword(now.get(change.id())))
                .toList());
    Set<UserId> refused =
        changes.stream()
            .filter(RepairBatch::isRejection)
            .map(Change::id)
            .collect(Collectors.toSet());
    cases.forEach(each ->
        note(damage, each, back.contains(each.user().id()) && !refused.contains(each.user().id())));
  }

  private static boolean hasNoPassword(@Nullable TargetUser there) {
    return there != null && !there.hasPassword();
  }

  private void note(Damage damage, Case each, boolean mended) {
    if (mended) {
      outcomes.mended(damage, each.entry());
    } else {
      outcomes.left(damage, each.entry());
    }
  }

  private static boolean isRejection(Change change) {
    return change.to() == MigrationState.REJECTED;
  }
}
