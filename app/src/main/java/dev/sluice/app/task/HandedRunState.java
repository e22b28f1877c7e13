package dev.sluice.app.task;

import java.time.Instant;
import java.util.Optional;

/**
 * The state of a run that was handed over.
 *
 * @param kind such as {@code bulk}
 * @param by the process that executes it; empty if none does
 * @param due when it started or will start
 */
public record HandedRunState(String kind, Optional<String> by, Instant due, HandedRun run) {}
