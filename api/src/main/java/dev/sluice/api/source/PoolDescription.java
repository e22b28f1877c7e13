package dev.sluice.api.source;

import dev.sluice.api.user.PoolLogins;
import java.util.List;

/**
 * What a target must know of a pool to be made ready for its users.
 *
 * @param estimatedUsers the source's own estimate, which may be hours old
 * @param attributeNames every attribute that the pool's schema declares, by its name at the source
 */
public record PoolDescription(
    String id, String name, long estimatedUsers, List<String> attributeNames, PoolLogins logins) {
  public PoolDescription {
    attributeNames = List.copyOf(attributeNames);
  }
}
