package dev.sluice.migration.compare;

import dev.sluice.api.ledger.PoolScans;
import dev.sluice.api.ledger.Remembered;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.user.Fingerprint;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.segment.Segment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares users as read with what the ledger remembers of them. */
public final class SyncComparison {
  private final String run;
  private final UserMapping mapping;
  private final PoolScans scans;
  private final RunLog groups;
  private final Predicate<UserRecord> about;

  /**
   * @param run the run that has read the members of groups
   * @param groups where it has recorded them
   * @param about the users whom the run is about; applied to users with their groups
   */
  public SyncComparison(
      String run,
      UserMapping mapping,
      PoolScans scans,
      RunLog groups,
      Predicate<UserRecord> about) {
    this.run = run;
    this.mapping = mapping;
    this.scans = scans;
    this.groups = groups;
    this.about = about;
  }

  /**
   * Returns a test for the users whom a run for a segment is about.
   *
   * @param only empty when it is all users
   * @param now the time at which ages are computed
   */
  public static Predicate<UserRecord> about(Optional<Segment> only, Instant now) {
    return user -> only.isEmpty() || only.get().contains(user, now);
  }

  /** Returns each of these users once, as it was read last. */
  public List<SyncCandidate> of(List<UserRecord> users) {
    Map<UserId, UserRecord> byId = new LinkedHashMap<>();
    users.forEach(user -> byId.put(user.id(), user));
    Map<UserId, Remembered> known = scans.remembered(byId.keySet());
    Map<UserId, List<String>> theirs = groups.groupsOf(run, byId.keySet());
    return byId.values().stream()
        .map(user -> user.withGroups(theirs.getOrDefault(user.id(), List.of())))
        .map(user -> candidate(user, known.get(user.id())))
        .toList();
  }

  private SyncCandidate candidate(UserRecord user, @Nullable Remembered before) {
    Fingerprint now = mapping.fingerprint(user);
    SourceChange change = SourceChange.of(before, now);
    SyncAction action =
        about.test(user)
            ? ConflictRules.actionFor(
                change, before == null ? null : before.state(), mapping.mode())
            : SyncAction.PASS_OVER;
    return new SyncCandidate(user, before, now, change, action);
  }
}
