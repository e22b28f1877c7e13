package dev.sluice.migration.bulk;

import dev.sluice.api.source.Shard;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.Target;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Looks, before anything is written, whether users of the pool are in another part of the same
 * installation, such as the realm of a rehearsal. The first page of each shard is enough to see a
 * rehearsal that moved everybody.
 */
public final class IdsElsewhere {
  private IdsElsewhere() {}

  /** Returns what is in the way and what to do; empty if nothing was found. */
  public static Optional<String> found(UserSource source, Target target) {
    if (!target.sharesIds()) {
      return Optional.empty();
    }
    int looked = 0;
    int taken = 0;
    TreeSet<String> places = new TreeSet<>();
    for (List<UserId> ids : batches(source, target.describe().batchSize())) {
      Map<UserId, String> elsewhere = target.elsewhere(ids);
      looked += ids.size();
      taken += elsewhere.size();
      places.addAll(elsewhere.values());
    }
    return taken == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d of %,d users of the pool that were looked at are already in %s of the same"
                    + " %s, where an id can be used only once, so these users would be rejected."
                    + " If that was a rehearsal, delete it there first; otherwise move the pool to"
                    + " where its users are.",
                taken,
                looked,
                String.join(", ", places),
                target.describe().name()));
  }

  private static List<List<UserId>> batches(UserSource source, int batchSize) {
    List<List<UserId>> batches = new ArrayList<>();
    List<UserId> ids = new ArrayList<>();
    for (Shard shard : source.shards()) {
      source.read(shard, null).users().stream().map(UserRecord::id).forEach(ids::add);
    }
    for (int from = 0; from < ids.size(); from += batchSize) {
      batches.add(ids.subList(from, Math.min(from + batchSize, ids.size())));
    }
    return batches;
  }
}
