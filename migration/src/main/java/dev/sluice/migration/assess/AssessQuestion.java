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
 * What is asked about a pool.
 *
 * @param target the configured target's name
 * @param requestsPerSecond the share of the quota of listing users
 * @param importRate users a second that the target is assumed to take
 * @param monthlyActive users who are active in a month, where the owner knows
 * @param segments whose sizes are asked for
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
   * That second factors are to be looked up, which bills.
   *
   * @param users how many at most
   */
  public record Mfa(SecondFactors factors, long users) {}
}
