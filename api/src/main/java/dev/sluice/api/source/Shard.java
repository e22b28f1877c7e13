package dev.sluice.api.source;

/**
 * A part of the pool that is read as one chain of pages.
 *
 * @param name stable between runs, such as {@code sub-a} or {@code all}
 */
public record Shard(String name) {}
