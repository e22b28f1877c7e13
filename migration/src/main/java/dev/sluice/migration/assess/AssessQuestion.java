package dev.sluice.migration.assess;

import dev.sluice.api.source.SecondFactors;
import dev.sluice.api.target.TargetLimits;
import dev.sluice.migration.assess.estimate.Prices;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.segment.Segment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an assessment is to find out about a pool.
 *
 * @param target the configured target's name
 * @param requestsPerSecond the share of the quota of listing users
 * @param importRate users a second that the target is assumed to take
 * @param monthlyActive users who are active in a month, where the owner knows
 * @param segments segments whose sizes are wanted
 * @param scratch a folder for temporary files
 */
public record AssessQuestion(
    UserMapping mapping,
    Optional<String> target,
    TargetLimits limits,
    double requestsPerSecond,
    double importRate,
    Prices prices,
    OptionalLong monthlyActive,
    Optional<Mfa> mfa,
    List<Segment> segments,
    Path scratch) {
  public AssessQuestion {
    segments = List.copyOf(segments);
  }

  /**
   * A request to look up second factors, which bills the users who are looked up.
   *
   * @param users how many at most
   */
  public record Mfa(SecondFactors factors, long users) {}
}
