package dev.sluice.migration.bulk;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.run.KnownGroups;
import dev.sluice.migration.run.RunKind;
import dev.sluice.migration.segment.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Claims the users of each batch whom a run is about, and records that the others were seen. */
final class BatchClaims {
  private final Optional<Segment> only;
  private final boolean retryRejected;
  private final Instant now;
  private final Ledger ledger;
  private final KnownGroups groups;

  /**
   * @param only the users whom the run is about; empty when it is all users
   * @param retryRejected whether users among them who were rejected before are tried again
   * @param now the time at which ages are computed
   */
  BatchClaims(
      Optional<Segment> only,
      boolean retryRejected,
      Instant now,
      Ledger ledger,
      KnownGroups groups) {
    this.only = only;
    this.retryRejected = retryRejected;
    this.now = now;
    this.ledger = ledger;
    this.groups = groups;
  }

  Claimed claim(String run, List<UserRecord> batch) {
    return only.map(segment -> claim(run, batch, segment))
        .orElseGet(() -> new Claimed(ledger.claim(run, identifiers(batch)), Set.of()));
  }

  private Claimed claim(String run, List<UserRecord> batch, Segment segment) {
    Map<Boolean, List<UserRecord>> parts =
        groups.addedTo(batch).stream()
            .collect(Collectors.partitioningBy(user -> segment.contains(user, now)));
    List<UserRecord> inside = parts.getOrDefault(true, List.of());
    List<UserRecord> outside = parts.getOrDefault(false, List.of());
    ledger.see(run, identifiers(outside));
    if (retryRejected) {
      List<Change> reopened = inside.stream().map(user -> Change.reopened(user.id())).toList();
      ledger.settle(RunKind.BULK, reopened, Optional.empty());
    }
    return new Claimed(ledger.claim(run, identifiers(inside)), ids(outside));
  }

  private static List<UserIdentifiers> identifiers(List<UserRecord> users) {
    return users.stream().map(UserIdentifiers::of).toList();
  }

  private static Set<UserId> ids(List<UserRecord> users) {
    return users.stream().map(UserRecord::id).collect(Collectors.toSet());
  }

  /**
   * The outcome for a batch.
   *
   * @param ours the users whom the run may write
   * @param outside the users whom it is not about
   */
  record Claimed(Set<UserId> ours, Set<UserId> outside) {
    Claimed {
      ours = Set.copyOf(ours);
      outside = Set.copyOf(outside);
    }
  }
}
