package dev.sluice.api.pool.branding;

import org.jspecify.annotations.Nullable;

/**
 * The branding of the classic pages.
 *
 * @param clientId null for all clients that have none of their own
 * @param imageUrl where the logo is
 */
public record ClassicStyle(
    @Nullable String clientId, @Nullable String css, @Nullable String imageUrl) {}
