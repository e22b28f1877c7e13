package dev.sluice.migration.assess.estimate;

import dev.sluice.migration.assess.found.People;
import java.time.Duration;
import java.util.List;

/**
 * How long a migration will take.
 *
 * @param importRate users a second that the target is assumed to take
 * @param imports how long the target needs for all users at that rate
 * @param slowHalves one when the number of active users is given
 */
public record Times(
    ExportTime export, double importRate, Duration imports, List<SlowHalf> slowHalves) {
  public Times {
    slowHalves = List.copyOf(slowHalves);
  }

  public static Times of(ExportTime export, double importRate, People people, Costs costs) {
    return new Times(
        export,
        importRate,
        Duration.ofMillis((long) Math.ceil(people.total() / importRate * 1000)),
        costs.months().stream()
            .map(
                month -> people.canSignIn() == 0 ? 0 : (double) month.active() / people.canSignIn())
            .map(SlowHalf::of)
            .toList());
  }

  /**
   * Returns the time of a bulk run: the groups are read first, then users are written while others
   * are read.
   */
  public Duration bulk() {
    Duration users = export.users().compareTo(imports) > 0 ? export.users() : imports;
    return export.groups().plus(users);
  }
}
