package dev.sluice.contracts;

import dev.sluice.migration.attempt.AttemptLimit;
import dev.sluice.migration.attempt.MemoryAttemptLimit;
import java.time.InstantSource;

final class MemoryAttemptLimitTest extends AttemptLimitContract {
  @Override
  protected AttemptLimit limit(InstantSource clock) {
    return new MemoryAttemptLimit(clock);
  }
}
