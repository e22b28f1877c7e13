package dev.sluice.api.ledger;

import dev.sluice.api.user.Fingerprint;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pool scan found out about some users, and what it did with them.
 *
 * @param seen the users who are in the pool
 * @param changes of their states
 * @param drift what differs at the source from users whom the target is in charge of
 * @param found how many times each finding was made
 */
public record ScanBatch(
    List<Seen> seen, List<Change> changes, List<Drift> drift, Map<Finding, Long> found) {

  public ScanBatch {
    seen = List.copyOf(seen);
    changes = List.copyOf(changes);
    drift = List.copyOf(drift);
    found = Map.copyOf(found);
  }

  /**
   * A user who is in the pool.
   *
   * @param fingerprint what to remember; null when it is not known what the target has
   */
  public record Seen(UserId id, @Nullable Fingerprint fingerprint) {}

  /**
   * A difference in a user whom the target is in charge of.
   *
   * @param found for a person, such as "changed at the source on 2026-03-04T05:06:07Z"
   * @param deleted whether the user has been deleted at the source, and so is not missed again
   */
  public record Drift(UserId id, String username, String found, boolean deleted) {}
}
