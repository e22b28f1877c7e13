package dev.sluice.migration.assess;

import dev.sluice.api.source.SecondFactors;
import dev.sluice.api.target.Target;
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
 * @param rules what to ask the same target for the users that it would refuse
 * @param requestsPerSecond the share of the quota of listing users
 * @param importRate users a second that the target is assumed to take
 * @param monthlyActive users who are active in a month, where the owner knows
 * @param segments segments whose sizes are wanted
 * @param scratch a folder for temporary files
 */
public record AssessQuestion(
    UserMapping mapping,
    Optional<String> target,
    Rules rules,
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
   * The target's own rules about users.
   *
   * @param target who is asked for them; empty if none can be asked
   * @param whyNotAsked why, for a person; empty where no target is configured
   */
  public record Rules(Optional<Target> target, String whyNotAsked) {}

  /**
   * A request to look up second factors, which bills the users who are looked up.
   *
   * @param users how many at most
   */
  public record Mfa(SecondFactors factors, long users) {}
}
