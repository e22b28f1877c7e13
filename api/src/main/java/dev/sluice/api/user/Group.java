package dev.sluice.api.user;

import org.jspecify.annotations.Nullable;

/**
 * A group of the pool.
 *
 * @param precedence the lower value wins; present where the owner has set it
 */
public record Group(String name, @Nullable String description, @Nullable Integer precedence) {}
