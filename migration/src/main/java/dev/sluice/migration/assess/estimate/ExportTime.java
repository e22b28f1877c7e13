package dev.sluice.migration.assess.estimate;

import dev.sluice.migration.assess.found.GroupSize;
import java.time.Duration;
import java.util.List;

/**
 * How long it takes to read the pool.
 *
 * @param requestsPerSecond of the 30 that Cognito gives an account and Region
 * @param userPages calls of ListUsers
 * @param groupPages calls of ListUsersInGroup
 * @param groups how long the groups take, which are read first
 * @param users how long the users take
 */
public record ExportTime(
    double requestsPerSecond, long userPages, long groupPages, Duration groups, Duration users) {
  /** Users on a page (Cognito service model). */
  public static final int PAGE = 60;

  /** The time of one call; a chain makes one call after the other, about 500 users a second. */
  public static final Duration ANSWER = Duration.ofMillis(120);

  public static ExportTime of(
      double requestsPerSecond, long users, int shards, List<GroupSize> groups) {
    long userPages = pages(users);
    long groupPages = groups.stream().mapToLong(group -> pages(group.members())).sum();
    long longestGroup = groups.stream().mapToLong(group -> pages(group.members())).max().orElse(0);
    return new ExportTime(
        requestsPerSecond,
        userPages,
        groupPages,
        time(requestsPerSecond, groupPages, longestGroup),
        time(requestsPerSecond, userPages, Math.ceilDiv(userPages, shards)));
  }

  public Duration total() {
    return groups.plus(users);
  }

  /** Counts an empty list as a page too. */
  private static long pages(long users) {
    return Math.max(1, Math.ceilDiv(users, PAGE));
  }

  private static Duration time(double requestsPerSecond, long pages, long longestChain) {
    Duration byQuota = Duration.ofMillis((long) Math.ceil(pages / requestsPerSecond * 1000));
    Duration byChain = ANSWER.multipliedBy(longestChain);
    return byQuota.compareTo(byChain) > 0 ? byQuota : byChain;
  }
}
