package dev.sluice.api.pool;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identity and the size of a pool.
 *
 * @param arn where known; it holds the AWS partition, the Region and the account
 * @param tier LITE, ESSENTIALS or PLUS, where known
 * @param estimatedUsers the source's own estimate, which may be hours old
 * @param deletionProtection whether protection must be switched off before the pool can be deleted
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
