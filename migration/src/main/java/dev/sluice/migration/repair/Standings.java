package dev.sluice.migration.repair;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.TargetReading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads where users stand at the target: many at a time, or one by one where it reads no more. */
final class Standings {
  private final Target target;
  private final TargetReading reading;

  Standings(Target target, RunCounts counts) {
    this.target = target;
    this.reading = new TargetReading(target, counts);
  }

  /** Returns those of these users whom the target has. */
  Map<UserId, TargetUser> of(List<UserId> ids) throws InterruptedException {
    Map<UserId, TargetUser> found = new HashMap<>();
    if (target.describe().capabilities().contains(TargetCapability.READS_BACK)) {
      reading.read(ids).values().forEach(user -> found.put(user.id(), standing(user)));
    } else {
      for (UserId id : ids) {
        target.find(id).ifPresent(user -> found.put(id, user));
      }
    }
    return found;
  }

  private static TargetUser standing(StoredUser user) {
    return new TargetUser(
        user.id(), user.username(), user.enabled(), user.hasPassword(), user.awaitsFirstLogin());
  }
}
