package dev.sluice.app.bulk;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.Tally;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.Needs;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.migration.bulk.IdsElsewhere;
import dev.sluice.migration.segment.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The plan of a bulk run.
 *
 * @param only the segment to move; empty for all users
 * @param requestsPerSecond the pages a second that may be read; empty if an archive is read
 * @param obstacle why the run cannot start; empty if it can
 */
public record BulkPlan(
    MigrationMode mode,
    Optional<Segment> only,
    PoolDescription pool,
    String target,
    OptionalDouble requestsPerSecond,
    Tally done,
    List<String> cautions,
    Optional<String> obstacle) {
  /** Users on a page of ListUsers (Cognito service model). */
  private static final int PAGE = 60;

  public BulkPlan {
    cautions = List.copyOf(cautions);
  }

  public static BulkPlan of(
      MigrationMode mode,
      Optional<Segment> only,
      UserSource source,
      OptionalDouble requestsPerSecond,
      Target target,
      Tally done) {
    Optional<String> obstacle = obstacle(mode, target);
    Optional<String> elsewhere =
        obstacle.isPresent() ? Optional.empty() : IdsElsewhere.found(source, target);
    return new BulkPlan(
        mode,
        only,
        source.describe(),
        target.describe().name(),
        requestsPerSecond,
        done,
        Stream.of(
                source.cautions().stream(),
                gaps(target.describe()),
                only.flatMap(segment -> elsewhere).stream())
            .flatMap(cautions -> cautions)
            .toList(),
        only.isPresent() ? obstacle : obstacle.or(() -> elsewhere));
  }

  /**
   * Returns what the target does not support of profiles; users who need it are rejected or lose
   * it.
   */
  private static Stream<String> gaps(TargetDescription target) {
    return Needs.OF_PROFILES.stream()
        .filter(need -> !target.capabilities().contains(need))
        .map(need ->
            "The target %s does not %s (%s). %s"
                .formatted(target.name(), need.deed(), need, need.remedy()));
  }

  private static Optional<String> obstacle(MigrationMode mode, Target target) {
    if (!mode.writesProfilesFirst()) {
      return Optional.of(
          "In slow mode, profiles are written at first logins, so there is nothing to move in"
              + " bulk.");
    }
    Optional<String> unclaimed = Needs.obstacle(mode, target.describe());
    if (unclaimed.isPresent()) {
      return unclaimed;
    }
    return switch (target.check()) {
      case Readiness.Ready _ -> Optional.empty();
      case Readiness.NotReady not -> Optional.of(not.problem() + " " + not.remedy());
    };
  }

  /** Returns the number of users that need nothing more. */
  public long alreadyDone() {
    return done.total() - done.in(MigrationState.DISCOVERED);
  }

  /** Returns the users still to move by the pool's own estimate, which may be hours old. */
  public long toMove() {
    return Math.max(0, pool.estimatedUsers() - alreadyDone());
  }

  /** Returns the rate; empty if only the target limits it. */
  public OptionalDouble usersPerSecond() {
    return requestsPerSecond.isEmpty()
        ? requestsPerSecond
        : OptionalDouble.of(requestsPerSecond.getAsDouble() * PAGE);
  }

  /** Returns how long reading takes at this pace, which is the whole run if the target keeps up. */
  public Duration atLeast() {
    double rate = usersPerSecond().orElse(Double.POSITIVE_INFINITY);
    return Duration.ofSeconds((long) Math.ceil(toMove() / rate));
  }
}
