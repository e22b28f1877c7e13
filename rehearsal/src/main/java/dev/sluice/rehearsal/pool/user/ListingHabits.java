package dev.sluice.rehearsal.pool.user;

/**
 * What is peculiar about how users are listed.
 *
 * @param shortPages whether now and then a page has fewer users than were asked for
 * @param prefixesReachEverybody whether searches by the beginning of {@code sub} find all users;
 *     otherwise they pass over a third
 */
public record ListingHabits(boolean shortPages, boolean prefixesReachEverybody) {}
