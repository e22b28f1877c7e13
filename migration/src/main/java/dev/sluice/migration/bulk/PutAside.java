package dev.sluice.migration.bulk;

import dev.sluice.api.ledger.Waiting;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts profiles aside that have an account at another provider: the pool gives them in any order,
 * and until all are read nobody knows whether a profile's person has another one. Those who need
 * nothing any more are put aside too, for others may be one person with them.
 */
final class PutAside implements Sieve {
  private final Waiting waiting;

  PutAside(Waiting waiting) {
    this.waiting = waiting;
  }

  @Override
  public Sorted sort(List<UserRecord> batch, Set<UserId> claimed) {
    List<UserRecord> aside = batch.stream().filter(PutAside::hasAccountElsewhere).toList();
    waiting.put(aside);
    List<UserRecord> write =
        batch.stream()
            .filter(user -> !hasAccountElsewhere(user) && claimed.contains(user.id()))
            .toList();
    return new Sorted(write, Map.of(), List.of(), batch.size(), ids(aside));
  }

  private static Set<UserId> ids(List<UserRecord> users) {
    return users.stream().map(UserRecord::id).collect(Collectors.toSet());
  }

  private static boolean hasAccountElsewhere(UserRecord user) {
    return !user.identities().isEmpty();
  }
}
