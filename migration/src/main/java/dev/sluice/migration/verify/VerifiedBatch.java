package dev.sluice.migration.verify;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.PoolScans;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.Remembered;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.compare.SeenUsers;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.KnownGroups;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.TargetReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares users as they were read from the source with the target, many at a time. */
final class VerifiedBatch {
  private final Predicate<UserRecord> about;
  private final UserMapping mapping;
  private final TargetReading target;
  private final Ledger ledger;
  private final PoolScans scans;
  private final RunLog scratch;
  private final KnownGroups groups;
  private final Comparing comparing;
  private final SeenUsers seen;
  private final VerificationCounts counts;
  private final RunCounts run;

  VerifiedBatch(
      Predicate<UserRecord> about,
      UserMapping mapping,
      TargetReading target,
      Ledger ledger,
      PoolScans scans,
      RunLog scratch,
      KnownGroups groups,
      Comparing comparing,
      SeenUsers seen,
      VerificationCounts counts,
      RunCounts run) {
    this.about = about;
    this.mapping = mapping;
    this.target = target;
    this.ledger = ledger;
    this.scans = scans;
    this.scratch = scratch;
    this.groups = groups;
    this.comparing = comparing;
    this.seen = seen;
    this.counts = counts;
    this.run = run;
  }

  void on(List<UserRecord> batch, Progress progress) throws InterruptedException {
    Map<UserId, UserRecord> once = new LinkedHashMap<>();
    batch.forEach(user -> once.put(user.id(), user));
    Map<UserId, Remembered> remembered = scans.remembered(once.keySet());
    // A shard that is read again, and a user who is listed twice, are not counted twice.
    remembered.values().stream()
        .filter(user -> !seen.add(user.number()))
        .forEach(user -> once.remove(user.id()));
    List<UserRecord> all = groups.addedTo(List.copyOf(once.values()));
    List<UserRecord> inside = all.stream().filter(about).toList();
    compare(inside, remembered, all.size());
    scratch.record(progress);
    run.settled(batch.size(), 0, batch.size(), 0);
  }

  private void compare(List<UserRecord> users, Map<UserId, Remembered> remembered, int read)
      throws InterruptedException {
    // First without the memory: whether a user has changed since matters only for users in doubt.
    List<Opinion> opinions = opinions(users, Map.of());
    List<UserRecord> doubtful =
        opinions.stream().filter(user -> !comparing.of(user).isEmpty()).map(Opinion::user).toList();
    // A first login may have come between reading the target and asking the ledger.
    opinions(doubtful, remembered).forEach(user -> counts.user(comparing.of(user)));
    int compared = (int) opinions.stream().filter(user -> user.there() != null).count();
    int leftOut =
        (int)
            opinions.stream()
                .filter(user -> user.there() == null && comparing.of(user).isEmpty())
                .count();
    counts.batch(read, compared, leftOut, read - users.size());
  }

  private List<Opinion> opinions(List<UserRecord> users, Map<UserId, Remembered> remembered)
      throws InterruptedException {
    List<UserId> ids = users.stream().map(UserRecord::id).toList();
    Map<UserId, StoredUser> there = target.read(ids);
    Map<UserId, LedgerEntry> entries = ledger.entries(ids);
    return users.stream()
        .map(user ->
            new Opinion(
                user,
                entries.get(user.id()),
                there.get(user.id()),
                changedSince(user, remembered.get(user.id()))))
        .toList();
  }

  private boolean changedSince(UserRecord user, @Nullable Remembered before) {
    return before != null
        && before.fingerprint() != null
        && !before.fingerprint().equals(mapping.fingerprint(user));
  }
}
