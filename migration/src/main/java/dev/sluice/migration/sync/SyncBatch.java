package dev.sluice.migration.sync;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.Look;
import dev.sluice.api.ledger.Looked;
import dev.sluice.api.ledger.Looks;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.Sighting;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.compare.Sighted;
import dev.sluice.migration.compare.Sightings;
import dev.sluice.migration.compare.SourceChange;
import dev.sluice.migration.compare.SyncAction;
import dev.sluice.migration.mapping.Planned;
import dev.sluice.migration.mapping.Rejection;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.BatchWriter;
import dev.sluice.migration.run.ProfileWriting;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.RunException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes users as read from comparing over writing to settling. What was written and not settled is
 * written again without harm.
 */
final class SyncBatch {
  private final Look look;
  private final Sightings sightings;
  private final UserMapping mapping;
  private final Ledger ledger;
  private final Looks looks;
  private final BatchWriter writer;
  private final TargetChanges target;
  private final RunCounts counts;

  SyncBatch(
      Look look,
      Sightings sightings,
      UserMapping mapping,
      Ledger ledger,
      Looks looks,
      BatchWriter writer,
      TargetChanges target,
      RunCounts counts) {
    this.look = look;
    this.sightings = sightings;
    this.mapping = mapping;
    this.ledger = ledger;
    this.looks = looks;
    this.writer = writer;
    this.target = target;
    this.counts = counts;
  }

  /** Does what the rules say about users who were read from the pool. */
  void on(List<UserRecord> batch, Progress progress) throws InterruptedException {
    LookedSoFar soFar = new LookedSoFar();
    List<Sighted> users = sightings.of(batch);
    users.forEach(user -> user.finding().ifPresent(what -> soFar.found(what, 1)));
    work(users, soFar);
    looks.settle(look, progress.part(), soFar.looked(), Optional.of(progress));
    int outside = (int) users.stream().filter(Sighted::outside).count();
    counts.outside(outside);
    count(batch.size(), outside, soFar);
  }

  /** Brings users once more who were rejected before; what kept them out may be gone. */
  void again(List<UserRecord> rejected, String part) throws InterruptedException {
    LookedSoFar soFar = new LookedSoFar();
    List<Sighted> users =
        sightings.of(rejected).stream()
            .filter(user -> user.state() == MigrationState.REJECTED)
            .map(user -> user.to(SyncAction.BRING))
            .toList();
    soFar.found(Finding.REJECTED, -users.size());
    work(users, soFar);
    looks.settle(look, part, soFar.looked(), Optional.empty());
    count(0, 0, soFar);
  }

  private void count(int read, int outside, LookedSoFar soFar) {
    int rejected = (int) soFar.count(Finding.REJECTED);
    int nothing = Math.max(0, read - outside - soFar.done() - rejected);
    counts.settled(read, soFar.done(), nothing, rejected);
  }

  private void work(List<Sighted> users, LookedSoFar soFar) throws InterruptedException {
    ledger.see(
        Looks.WHO,
        users.stream()
            .filter(Sighted::followsTheSource)
            .map(user -> Sighting.of(user.user()))
            .toList());
    Map<UserId, Pending> toBring = new LinkedHashMap<>();
    List<Pending> toUpdate = new ArrayList<>();
    for (Sighted user : users) {
      switch (user.action()) {
        case RECORD -> soFar.seen(user.seen());
        case PASS_OVER -> soFar.seen(user.seenAsBefore());
        case REPORT -> report(user, soFar);
        case BRING -> plan(user, soFar).ifPresent(plan -> toBring.put(user.id(), plan));
        case UPDATE -> plan(user, soFar).ifPresent(toUpdate::add);
        case REMOVE -> throw new IllegalStateException("Who was seen is not deleted.");
      }
    }
    toUpdate.addAll(bring(toBring, soFar));
    update(toUpdate, soFar);
  }

  private Optional<Pending> plan(Sighted user, LookedSoFar soFar) {
    return switch (mapping.plan(user.user())) {
      case Planned(PlannedUser planned) -> Optional.of(new Pending(user, planned));
      case Rejection rejection -> {
        reject(user, rejection.detail(), soFar);
        yield Optional.empty();
      }
    };
  }

  /** Gives those who were there already: the target may have them as they were. */
  private List<Pending> bring(Map<UserId, Pending> users, LookedSoFar soFar)
      throws InterruptedException {
    List<Pending> there = new ArrayList<>();
    List<PlannedUser> planned = users.values().stream().map(Pending::planned).toList();
    for (WriteOutcome outcome : writer.write(planned)) {
      Pending user = of(users, outcome.id());
      switch (outcome) {
        case WriteOutcome.Created _ -> user.done(soFar);
        case WriteOutcome.AlreadyThere _ -> there.add(user);
        case WriteOutcome.Refused refused -> reject(user.sighted(), refused.problem(), soFar);
        case WriteOutcome.TryLater _ ->
            throw new IllegalStateException("The writer gives final outcomes only.");
      }
    }
    return there;
  }

  private void update(List<Pending> pending, LookedSoFar soFar) throws InterruptedException {
    Map<UserId, Pending> users = new LinkedHashMap<>();
    pending.forEach(user -> users.put(user.id(), user));
    List<PlannedUpdate> updates = pending.stream().map(Pending::update).toList();
    for (UpdateOutcome outcome : target.update(updates).values()) {
      Pending user = of(users, outcome.id());
      switch (outcome) {
        case UpdateOutcome.Done _ -> user.done(soFar);
        case UpdateOutcome.InCharge _ -> inCharge(user, soFar);
        case UpdateOutcome.NotThere _ -> {
          soFar.found(Finding.NOT_AT_TARGET, 1);
          soFar.seen(user.sighted().seenAsBefore());
        }
        case UpdateOutcome.Refused refused -> reject(user.sighted(), refused.problem(), soFar);
        case UpdateOutcome.TryLater _ ->
            throw new IllegalStateException("Only final outcomes are given.");
      }
    }
  }

  private static void report(Sighted user, LookedSoFar soFar) {
    soFar.drift(user.drift());
    soFar.seen(user.seen());
  }

  /** A first login was faster than we, or the target's report of one is still on its way. */
  private static void inCharge(Pending user, LookedSoFar soFar) {
    Sighted sighted = user.sighted();
    if (sighted.action() == SyncAction.BRING) {
      soFar.change(ProfileWriting.written(user.planned()));
      soFar.seen(new Looked.Seen(user.id(), null));
      return;
    }
    sighted
        .finding()
        .ifPresent(what -> {
          soFar.found(what, -1);
          soFar.found(Finding.DRIFT, 1);
          soFar.drift(sighted.drift());
        });
    soFar.seen(sighted.seen());
  }

  private static void reject(Sighted user, String why, LookedSoFar soFar) {
    soFar.change(Change.reopened(user.id()));
    soFar.change(Change.rejected(user.id(), why));
    soFar.seen(user.seen());
    soFar.found(Finding.REJECTED, 1);
  }

  private static Pending of(Map<UserId, Pending> users, UserId id) {
    Pending user = users.get(id);
    if (user == null) {
      throw new RunException("The target answered about a user that it was not given.");
    }
    return user;
  }

  /** A user who is to be written. */
  private record Pending(Sighted sighted, PlannedUser planned) {
    UserId id() {
      return sighted.id();
    }

    /** Unless the pool has enabled the user again, whom the target's owner disabled stays so. */
    PlannedUpdate update() {
      return new PlannedUpdate(planned, sighted.change() == SourceChange.ENABLED);
    }

    void done(LookedSoFar soFar) {
      if (sighted.action() == SyncAction.BRING) {
        soFar.change(ProfileWriting.written(planned));
      }
      soFar.seen(sighted.seen());
      soFar.done(1);
    }
  }
}
