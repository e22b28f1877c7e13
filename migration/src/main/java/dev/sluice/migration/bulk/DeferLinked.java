package dev.sluice.migration.bulk;

import dev.sluice.api.ledger.DeferredUsers;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Defers profiles that have an account at another provider. The pool returns profiles in any order,
 * so only when all are read is it known whether a profile's person has another one. Profiles that
 * need nothing any more are deferred too, because others may be the same person.
 */
final class DeferLinked implements BatchFilter {
  private final DeferredUsers deferred;

  DeferLinked(DeferredUsers deferred) {
    this.deferred = deferred;
  }

  @Override
  public Sorted sort(List<UserRecord> batch, Set<UserId> claimed) {
    List<UserRecord> linked = batch.stream().filter(DeferLinked::hasAccountElsewhere).toList();
    deferred.put(linked);
    List<UserRecord> write =
        batch.stream()
            .filter(user -> !hasAccountElsewhere(user) && claimed.contains(user.id()))
            .toList();
    return new Sorted(write, Map.of(), List.of(), batch.size(), ids(linked));
  }

  private static Set<UserId> ids(List<UserRecord> users) {
    return users.stream().map(UserRecord::id).collect(Collectors.toSet());
  }

  private static boolean hasAccountElsewhere(UserRecord user) {
    return !user.identities().isEmpty();
  }
}
