package dev.sluice.migration.assess.found;

/**
 * What users share who should not.
 *
 * @param emails one email address, in any case
 * @param phones one phone number
 * @param usernames usernames that differ by case alone
 * @param linkedTwice one account at another provider: mostly a linked profile and the one that this
 *     provider had made before it was linked, which are one person
 */
public record Collisions(
    Collision emails, Collision phones, Collision usernames, Collision linkedTwice) {}
