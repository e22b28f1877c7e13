package dev.sluice.api.pool.client;

import java.util.List;

/**
 * An API of the owner's with scopes of its own.
 *
 * @param identifier the part of a scope before the slash
 */
public record ResourceServer(String identifier, String name, List<ResourceScope> scopes) {
  public ResourceServer {
    scopes = List.copyOf(scopes);
  }
}
