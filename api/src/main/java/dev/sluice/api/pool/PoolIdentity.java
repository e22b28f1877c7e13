package dev.sluice.api.pool;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which pool it is, and of what size.
 *
 * @param arn where told; it holds the AWS partition, the Region and the account
 * @param tier LITE, ESSENTIALS or PLUS, where told
 * @param estimatedUsers the source's own estimate, which may be hours old
 * @param deletionProtection whether deleting the pool must be allowed first
 */
public record PoolIdentity(
    String id,
    String name,
    @Nullable String arn,
    @Nullable Instant createdAt,
    @Nullable Instant modifiedAt,
    @Nullable String tier,
    long estimatedUsers,
    boolean deletionProtection,
    Map<String, String> tags) {
  public PoolIdentity {
    tags = Map.copyOf(tags);
  }
}
