package dev.sluice.servers.keycloak;

import java.util.List;
import java.util.stream.Stream;

/**
 * The Keycloak releases that the extension is tested with: of each minor release that it supports,
 * the newest that Maven Central has. The page {@code docs/keycloak-extension.md} lists the same.
 */
public final class KeycloakReleases {
  private static final List<String> OLDER = List.of("26.3.5", "26.4.7", "26.5.6");

  private KeycloakReleases() {}

  /** Returns the releases before the one that everything is tested with, oldest first. */
  public static List<String> older() {
    return OLDER;
  }

  /** Returns all of them, oldest first. */
  public static List<String> all() {
    return Stream.concat(OLDER.stream(), Stream.of(KeycloakDistribution.VERSION)).toList();
  }
}
