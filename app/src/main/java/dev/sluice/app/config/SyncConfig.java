package dev.sluice.app.config;

import dev.sluice.migration.sync.SyncPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * How syncs behave.
 *
 * @param policy what a sync may do by itself
 * @param every how often the serving processes sync together; empty when they do not by themselves
 */
public record SyncConfig(SyncPolicy policy, Optional<Duration> every) {}
