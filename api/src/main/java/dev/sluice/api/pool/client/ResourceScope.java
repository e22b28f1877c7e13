package dev.sluice.api.pool.client;

/**
 * A scope of a resource server.
 *
 * @param name the part after the slash
 */
public record ResourceScope(String name, String description) {}
