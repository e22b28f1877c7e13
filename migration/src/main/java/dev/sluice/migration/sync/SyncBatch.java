package dev.sluice.migration.sync;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.PoolScans;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.Standing;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.compare.SourceChange;
import dev.sluice.migration.compare.SyncAction;
import dev.sluice.migration.compare.SyncCandidate;
import dev.sluice.migration.compare.SyncComparison;
import dev.sluice.migration.mapping.Planned;
import dev.sluice.migration.mapping.Rejection;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.owner.LoginOwners;
import dev.sluice.migration.run.BatchWriter;
import dev.sluice.migration.run.ProfileWriting;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.RunException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes users as read from comparing over writing to settling. What was written and not settled is
 * written again without harm.
 */
final class SyncBatch {
  private final PoolScan scan;
  private final SyncComparison comparison;
  private final UserMapping mapping;
  private final LoginOwners owners;
  private final Ledger ledger;
  private final PoolScans scans;
  private final BatchWriter writer;
  private final TargetChanges target;
  private final RunCounts counts;

  SyncBatch(
      PoolScan scan,
      SyncComparison comparison,
      UserMapping mapping,
      Ledger ledger,
      PoolScans scans,
      BatchWriter writer,
      TargetChanges target,
      RunCounts counts) {
    this.scan = scan;
    this.comparison = comparison;
    this.mapping = mapping;
    this.owners = new LoginOwners(ledger, mapping.logins());
    this.ledger = ledger;
    this.scans = scans;
    this.writer = writer;
    this.target = target;
    this.counts = counts;
  }

  /** Applies the rules to users who were read from the pool. */
  void on(List<UserRecord> batch, Progress progress) throws InterruptedException {
    ScanBatchBuilder soFar = new ScanBatchBuilder();
    List<SyncCandidate> users = comparison.of(batch);
    users.forEach(user -> user.finding().ifPresent(what -> soFar.found(what, 1)));
    List<PlannedUser> written = work(users, soFar);
    scans.settle(scan, progress.part(), soFar.batch(), Optional.of(progress));
    written.forEach(owners::lookAgainAtLosers);
    int outside = (int) users.stream().filter(SyncCandidate::outside).count();
    counts.outside(outside);
    count(batch.size(), outside, soFar);
  }

  /** Brings users once more who were rejected before; the reason may no longer exist. */
  void again(List<UserRecord> rejected, String part) throws InterruptedException {
    ScanBatchBuilder soFar = new ScanBatchBuilder();
    List<SyncCandidate> users =
        comparison.of(rejected).stream()
            .filter(user -> user.state() == MigrationState.REJECTED)
            .map(user -> user.to(SyncAction.BRING))
            .toList();
    soFar.found(Finding.REJECTED, -users.size());
    List<PlannedUser> written = work(users, soFar);
    scans.settle(scan, part, soFar.batch(), Optional.empty());
    written.forEach(owners::lookAgainAtLosers);
    count(0, 0, soFar);
  }

  private void count(int read, int outside, ScanBatchBuilder soFar) {
    int rejected = (int) soFar.count(Finding.REJECTED);
    int nothing = Math.max(0, read - outside - soFar.done() - rejected);
    counts.settled(read, soFar.done(), nothing, rejected);
  }

  /**
   * Returns the users who were to be written. Whoever loses an address to one of them is looked at
   * again, once it is recorded that this batch has been seen.
   */
  private List<PlannedUser> work(List<SyncCandidate> users, ScanBatchBuilder soFar)
      throws InterruptedException {
    ledger.see(
        PoolScans.WHO,
        users.stream()
            .filter(SyncCandidate::followsTheSource)
            .map(user -> UserIdentifiers.of(user.user()))
            .toList());
    Map<UserId, Pending> toBring = new LinkedHashMap<>();
    List<Pending> toUpdate = new ArrayList<>();
    for (SyncCandidate user : users) {
      switch (user.action()) {
        case RECORD -> soFar.seen(user.seen());
        case PASS_OVER -> soFar.seen(user.seenAsBefore());
        case REPORT -> report(user, soFar);
        case BRING -> plan(user, soFar).ifPresent(plan -> toBring.put(user.id(), plan));
        case UPDATE -> plan(user, soFar).ifPresent(toUpdate::add);
        case REMOVE -> throw new IllegalStateException("A user who was seen cannot be deleted.");
      }
    }
    List<PlannedUser> written =
        Stream.concat(toBring.values().stream(), toUpdate.stream()).map(Pending::planned).toList();
    toUpdate.addAll(bring(toBring, soFar));
    update(toUpdate, soFar);
    return written;
  }

  private Optional<Pending> plan(SyncCandidate user, ScanBatchBuilder soFar) {
    return switch (mapping.plan(user.user())) {
      case Planned(PlannedUser planned) ->
          Optional.of(new Pending(user, owners.claiming(planned, Standing.of(user.user()))));
      case Rejection rejection -> {
        reject(user, rejection.detail(), soFar);
        yield Optional.empty();
      }
    };
  }

  /** Returns the users who existed already: the target may have an older version of them. */
  private List<Pending> bring(Map<UserId, Pending> users, ScanBatchBuilder soFar)
      throws InterruptedException {
    List<Pending> there = new ArrayList<>();
    List<PlannedUser> planned =
        users.values().stream()
            .map(Pending::planned)
            .sorted(Comparator.comparing(PlannedUser::emailClaim))
            .toList();
    for (WriteOutcome outcome : writer.write(planned)) {
      Pending user = of(users, outcome.id());
      switch (outcome) {
        case WriteOutcome.Created _ -> user.done(soFar);
        case WriteOutcome.AlreadyThere _ -> there.add(user);
        case WriteOutcome.Refused refused -> reject(user.candidate(), refused.problem(), soFar);
        case WriteOutcome.TryLater _ ->
            throw new IllegalStateException("The writer must return final outcomes only.");
      }
    }
    return there;
  }

  private void update(List<Pending> pending, ScanBatchBuilder soFar) throws InterruptedException {
    Map<UserId, Pending> users = new LinkedHashMap<>();
    pending.forEach(user -> users.put(user.id(), user));
    List<PlannedUpdate> updates =
        pending.stream()
            .sorted(Comparator.comparing(user -> user.planned().emailClaim()))
            .map(Pending::update)
            .toList();
    for (UpdateOutcome outcome : target.update(updates).values()) {
      Pending user = of(users, outcome.id());
      switch (outcome) {
        case UpdateOutcome.Done _ -> user.done(soFar);
        case UpdateOutcome.InCharge _ -> inCharge(user, soFar);
        case UpdateOutcome.NotThere _ -> {
          soFar.found(Finding.NOT_AT_TARGET, 1);
          soFar.seen(user.candidate().seenAsBefore());
        }
        case UpdateOutcome.Refused refused -> reject(user.candidate(), refused.problem(), soFar);
        case UpdateOutcome.TryLater _ ->
            throw new IllegalStateException("Only final outcomes may be returned.");
      }
    }
  }

  private static void report(SyncCandidate user, ScanBatchBuilder soFar) {
    soFar.drift(user.drift());
    soFar.seen(user.seen());
  }

  /**
   * Handles a first login that was faster than the sync, or whose report from the target is still
   * on its way.
   */
  private static void inCharge(Pending user, ScanBatchBuilder soFar) {
    SyncCandidate candidate = user.candidate();
    if (candidate.action() == SyncAction.BRING) {
      soFar.change(ProfileWriting.written(user.planned()));
      soFar.seen(new ScanBatch.Seen(user.id(), null));
      return;
    }
    candidate
        .finding()
        .ifPresent(what -> {
          soFar.found(what, -1);
          soFar.found(Finding.DRIFT, 1);
          soFar.drift(candidate.drift());
        });
    soFar.seen(candidate.seen());
  }

  private static void reject(SyncCandidate user, String why, ScanBatchBuilder soFar) {
    soFar.change(Change.reopened(user.id()));
    soFar.change(Change.rejected(user.id(), why));
    soFar.seen(user.seen());
    soFar.found(Finding.REJECTED, 1);
  }

  private static Pending of(Map<UserId, Pending> users, UserId id) {
    Pending user = users.get(id);
    if (user == null) {
      throw new RunException("The target answered about a user that was not sent to it.");
    }
    return user;
  }

  /** A user who is to be written. */
  private record Pending(SyncCandidate candidate, PlannedUser planned) {
    UserId id() {
      return candidate.id();
    }

    /**
     * Returns the update; a user whom the target's owner disabled stays disabled unless the pool
     * has enabled the user again.
     */
    PlannedUpdate update() {
      return new PlannedUpdate(planned, candidate.change() == SourceChange.ENABLED);
    }

    void done(ScanBatchBuilder soFar) {
      if (candidate.action() == SyncAction.BRING) {
        soFar.change(ProfileWriting.written(planned));
      }
      // Whoever yields an address is looked at again: it may have become free.
      soFar.seen(
          planned.emailClaim() == EmailClaim.YIELD
              ? new ScanBatch.Seen(id(), null)
              : candidate.seen());
      soFar.done(1);
    }
  }
}
