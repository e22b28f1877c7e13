package dev.sluice.migration.assess.disposition;

/**
 * Something that a pool has and that needs a disposition.
 *
 * @param key by which texts are found
 * @param thing for a person
 * @param inPool how many or which; empty where it holds for every pool
 */
record FoundThing(String key, String thing, String inPool) {}
