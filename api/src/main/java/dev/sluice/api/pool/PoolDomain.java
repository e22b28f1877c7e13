package dev.sluice.api.pool;

import org.jspecify.annotations.Nullable;

/**
 * A domain of the pool's own sign-in pages.
 *
 * @param domain the prefix of Amazon's domain, or the whole of the owner's own
 * @param custom whether it is the owner's own
 * @param certificateArn of the owner's own domain
 * @param target what the owner's DNS points to
 * @param managedLoginVersion 1 for the classic pages, 2 for managed login, where known
 */
public record PoolDomain(
    String domain,
    boolean custom,
    @Nullable String status,
    @Nullable String certificateArn,
    @Nullable String target,
    @Nullable Integer managedLoginVersion) {}
