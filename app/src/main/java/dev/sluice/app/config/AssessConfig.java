package dev.sluice.app.config;

import dev.sluice.api.target.TargetFactory;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.segment.Segment;
import java.util.List;
import java.util.Optional;

/**
 * The parts of {@code sluice.yaml} that tell something of the pool. Only {@code source} has to be
 * there, for one looks at a pool before a target is chosen.
 *
 * @param target which kind of target is chosen; its own values are not looked at
 * @param mapping the default keeps everything
 * @param ledger where one may be, whose other users the pool's quotas are shared with
 */
public record AssessConfig(
    CognitoOptions source,
    Optional<TargetFactory> target,
    UserMapping mapping,
    List<Segment> segments,
    LedgerConfig ledger) {
  public AssessConfig {
    segments = List.copyOf(segments);
  }
}
