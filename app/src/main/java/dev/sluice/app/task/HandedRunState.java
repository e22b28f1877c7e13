package dev.sluice.app.task;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a run stands that was handed over.
 *
 * @param kind such as {@code bulk}
 * @param by the process that is at work on it; empty when none is
 * @param due when it was, or will be, begun
 */
public record HandedRunState(String kind, Optional<String> by, Instant due, HandedRun run) {}
