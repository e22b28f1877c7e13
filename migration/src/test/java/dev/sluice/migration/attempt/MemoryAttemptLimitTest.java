package dev.sluice.migration.attempt;

import dev.sluice.api.attempt.AttemptLimit;
import dev.sluice.contracts.source.AttemptLimitContract;
import java.time.InstantSource;

final class MemoryAttemptLimitTest extends AttemptLimitContract {
  @Override
  protected AttemptLimit limit(InstantSource clock) {
    return new MemoryAttemptLimit(clock);
  }
}
