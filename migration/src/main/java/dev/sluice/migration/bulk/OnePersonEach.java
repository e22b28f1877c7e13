package dev.sluice.migration.bulk;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.DeferredUsers;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.person.PersonMatch;
import dev.sluice.migration.person.Persons;
import dev.sluice.migration.person.Profile;
import dev.sluice.migration.run.KnownGroups;
import dev.sluice.migration.run.ProfileWriting.Contested;
import dev.sluice.migration.run.RunCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about deferred users, when all users are known. Lets each person through once: of several
 * profiles of one person only the one that moves, and no profile whose person is not certain. Needs
 * all deferred users.
 */
final class OnePersonEach implements BatchFilter {
  private final Round round;
  private final DeferredUsers deferred;
  private final UserMapping mapping;
  private final Ledger ledger;
  private final KnownGroups groups;
  private final ContestedLogins contested;
  private final RunCounts counts;

  OnePersonEach(
      Round round,
      DeferredUsers deferred,
      UserMapping mapping,
      Ledger ledger,
      KnownGroups groups,
      ContestedLogins contested,
      RunCounts counts) {
    this.round = round;
    this.deferred = deferred;
    this.mapping = mapping;
    this.ledger = ledger;
    this.groups = groups;
    this.contested = contested;
    this.counts = counts;
  }

  @Override
  public Sorted sort(List<UserRecord> batch, Set<UserId> claimed) {
    List<UserRecord> ours = batch.stream().filter(user -> claimed.contains(user.id())).toList();
    List<Profile> sharing =
        groups.addedTo(deferred.sharing(ours)).stream()
            .map(user -> new Profile(user, writtenAt(user.id())))
            .toList();
    Sorting sorting = new Sorting();
    for (UserRecord user : groups.addedTo(ours)) {
      switch (Persons.match(new Profile(user, null), sharing)) {
        case PersonMatch.OwnPerson own -> {
          if (!round.isLast() && contested.isUndecided(user)) {
            sorting.later.add(user.id());
            round.leave(1);
          } else {
            sorting.write(user, own.ifRefused());
          }
        }
        case PersonMatch.SamePerson same -> {
          sorting.decided.add(Change.merged(user.id(), same.why()).as(mapping.fingerprint(user)));
          counts.linksMissing(same.linkMissing() ? 1 : 0);
        }
        case PersonMatch.Conflict conflict ->
            sorting.decided.add(
                Change.rejected(user.id(), conflict.why()).as(mapping.fingerprint(user)));
      }
    }
    if (!round.countsAll()) {
      batch.stream()
          .map(UserRecord::id)
          .filter(id -> !claimed.contains(id))
          .forEach(sorting.later::add);
    }
    round.decide(sorting.write.size() + sorting.decided.size());
    return new Sorted(sorting.write, sorting.remarks, sorting.decided, 0, sorting.later);
  }

  @Override
  public PlannedUser claiming(PlannedUser planned, UserRecord user) {
    return contested.claiming(planned, user);
  }

  @Override
  public List<Change> decide(List<Contested> users) throws InterruptedException {
    List<Change> decided = contested.decide(users, round.isLast());
    round.leave(users.size() - decided.size());
    round.decide(decided.size() - users.size());
    return decided;
  }

  /**
   * Returns when the user was first written; called only for the few users who share an account.
   */
  private @Nullable Instant writtenAt(UserId id) {
    return ledger.history(id).stream()
        .filter(
            event -> event.to() == MigrationState.IMPORTED || event.to() == MigrationState.MIGRATED)
        .map(LedgerEvent::at)
        .findFirst()
        .orElse(null);
  }

  private static final class Sorting {
    private final List<UserRecord> write = new ArrayList<>();
    private final Map<UserId, String> remarks = new HashMap<>();
    private final List<Change> decided = new ArrayList<>();
    private final Set<UserId> later = new HashSet<>();

    void write(UserRecord user, String ifRefused) {
      write.add(user);
      if (!ifRefused.isEmpty()) {
        remarks.put(user.id(), ifRefused);
      }
    }
  }
}
