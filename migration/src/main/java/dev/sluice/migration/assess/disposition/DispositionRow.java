package dev.sluice.migration.assess.disposition;

/**
 * One thing that this pool has, and its disposition.
 *
 * @param key such as {@code password-hashes}, the same in every version
 * @param thing for a person
 * @param inPool how many or which; empty where it holds for every pool
 * @param whatToDo a sentence or two, for the configured target
 */
public record DispositionRow(
    String key, String thing, String inPool, Disposition disposition, String whatToDo) {}
