package dev.sluice.app.config;

import java.time.Duration;

/**
 * How serving processes share runs.
 *
 * @param heartbeat how often a run at work shows that it is; when it has not for four times as
 *     long, another process goes on with it
 */
public record ReplicasConfig(Duration heartbeat) {
  /** A run whose process died goes on elsewhere within about two minutes. */
  public static final Duration DEFAULT_HEARTBEAT = Duration.ofSeconds(15);
}
