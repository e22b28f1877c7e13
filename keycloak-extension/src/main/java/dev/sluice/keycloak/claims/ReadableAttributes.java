package dev.sluice.keycloak.claims;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;

/**
 * The attributes that a client may read, by their names in the pool.
 *
 * @param names empty if the client may read all
 */
record ReadableAttributes(Set<String> names) {
  private static final String SETTING = "sluice.claims.read";

  static ReadableAttributes of(ClientModel client) {
    return of(client.getAttribute(SETTING));
  }

  /**
   * @param setting names separated by spaces
   */
  static ReadableAttributes of(@Nullable String setting) {
    return new ReadableAttributes(
        setting == null || setting.isBlank() ? Set.of() : Set.of(setting.trim().split("\\s+")));
  }

  boolean contains(String name) {
    return names.isEmpty() || names.contains(name);
  }
}
