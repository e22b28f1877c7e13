package dev.sluice.rehearsal.pool.user;

/**
 * The peculiarities of listing users.
 *
 * @param shortPages whether now and then a page has fewer users than requested
 * @param prefixesReachEverybody whether searches by the beginning of {@code sub} find all users;
 *     otherwise they miss a third
 * @param listsTwice whether every page begins with the last user of the page before
 */
public record ListingHabits(
    boolean shortPages, boolean prefixesReachEverybody, boolean listsTwice) {}
