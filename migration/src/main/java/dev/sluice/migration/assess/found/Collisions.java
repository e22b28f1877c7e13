package dev.sluice.migration.assess.found;

/**
 * Values that several users share although each should belong to one.
 *
 * @param emails one email address, in any case
 * @param phones one phone number
 * @param usernames usernames that differ by case alone
 * @param linkedTwice one account at another provider: mostly a linked profile and the profile that
 *     this provider had created before the link, which are one person
 */
public record Collisions(
    Collision emails, Collision phones, Collision usernames, Collision linkedTwice) {}
