package dev.sluice.migration.run;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MigrationState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts a run's users while many threads work on it. */
public final class RunCounts {
  private final LongAdder read = new LongAdder();
  private final LongAdder created = new LongAdder();
  private final LongAdder alreadyDone = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder merged = new LongAdder();
  private final LongAdder outside = new LongAdder();
  private final LongAdder linksMissing = new LongAdder();
  private final LongAdder withoutAddress = new LongAdder();
  private final CountedNotices notices = new CountedNotices();
  private final RunListener listener;
  private final InstantSource clock;
  private final Instant begun;
  private final long estimated;
  private volatile boolean repeated;

  public RunCounts(long estimated, RunListener listener, InstantSource clock) {
    this.estimated = estimated;
    this.listener = listener;
    this.clock = clock;
    this.begun = clock.instant();
  }

  /** Counts users that an earlier part of the run had read. */
  public void readBefore(long users) {
    read.add(users);
  }

  /** Takes back users that are read again; what needs nothing then was counted before. */
  public void readAgain(long users) {
    read.add(-users);
    repeated = true;
  }

  public void settled(int readNow, int createdNow, int alreadyDoneNow, int rejectedNow) {
    read.add(readNow);
    created.add(createdNow);
    alreadyDone.add(alreadyDoneNow);
    rejected.add(rejectedNow);
    listener.progressed(progress());
  }

  /**
   * Counts the outcomes of users.
   *
   * @param users how many there were; users without a change needed nothing
   */
  public void settled(int readNow, int users, List<Change> changes) {
    int rejectedNow = count(changes, MigrationState.REJECTED);
    int mergedNow = count(changes, MigrationState.MERGED);
    merged.add(mergedNow);
    int createdNow = changes.size() - rejectedNow - mergedNow;
    settled(readNow, createdNow, users - changes.size(), rejectedNow);
  }

  private static int count(List<Change> changes, MigrationState to) {
    return (int) changes.stream().filter(change -> change.to() == to).count();
  }

  /** Counts users whom the run is not about. */
  public void outside(int users) {
    outside.add(users);
  }

  /** Counts users whose earlier profile was merged, and whose link the target does not know. */
  public void linksMissing(int users) {
    linksMissing.add(users);
  }

  public long linksMissing() {
    return linksMissing.sum();
  }

  /** Counts users who come without an email address that is another's login. */
  public void withoutAddress(int users) {
    withoutAddress.add(users);
  }

  public long withoutAddress() {
    return withoutAddress.sum();
  }

  /** Counts as rejected a user whom this run, or an earlier one, had written. */
  public void rejectedAfterwards() {
    created.decrement();
    rejected.increment();
  }

  /** Keeps a notice, and passes it on the first time. */
  public void notice(String text) {
    if (notices.add(text)) {
      listener.noticed(text);
    }
  }

  /** Keeps a notice about one thing of several, and passes it on the first time. */
  public void notice(String text, String which) {
    if (notices.add(text, which)) {
      listener.noticed(text + ": " + which);
    }
  }

  /** Returns each notice once, with how often it came. */
  public List<String> notices() {
    return notices.all();
  }

  public RunProgress progress() {
    long users = read.sum();
    long rest = users - created.sum() - rejected.sum() - merged.sum();
    long others = upTo(rest, outside.sum());
    return new RunProgress(
        users,
        created.sum(),
        upTo(rest - others, alreadyDone.sum()),
        rejected.sum(),
        merged.sum(),
        others,
        estimated,
        Duration.between(begun, clock.instant()));
  }

  /** Returns no more than there can be where some users were counted again as they were read. */
  private long upTo(long most, long counted) {
    return repeated ? Math.min(counted, Math.max(0, most)) : counted;
  }
}
