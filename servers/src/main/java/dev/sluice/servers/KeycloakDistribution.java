package dev.sluice.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keycloak as its makers publish it, unpacked in the cache and never changed there. */
public final class KeycloakDistribution {
  /** The version this project is tested with. */
  public static final String VERSION = "26.7.3";

  private final CacheDirectory cache;
  private final Path home;

  private KeycloakDistribution(CacheDirectory cache, Path home) {
    this.cache = cache;
    this.home = home;
  }

  /**
   * The distribution in the user's cache, fetched by the user's own Maven when it is not there.
   *
   * @throws ServerException when it can neither be found nor fetched, in one line
   */
  public static KeycloakDistribution obtain() {
    return obtain(CacheDirectory.ofUser(), MavenFetch.ofUser());
  }

  static KeycloakDistribution obtain(CacheDirectory cache, MavenFetch maven) {
    Path home =
        cache.entry(
            "keycloak-" + VERSION,
            into -> {
              Path zip =
                  maven.fetch("org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip", into);
              unpack(zip, into);
            });
    return new KeycloakDistribution(cache, home);
  }

  private static void unpack(Path zip, Path into) {
    try {
      ZipFiles.unpackWithoutFirstFolder(zip, into);
      Files.delete(zip);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack " + zip, e);
    }
  }

  /** Where it is unpacked. */
  Path home() {
    return home;
  }

  /** A server built from it with these provider jars and build options, made once and kept. */
  KeycloakBuild build(List<Path> providerJars, List<String> buildOptions) {
    return KeycloakBuild.obtain(cache, this, providerJars, buildOptions);
  }
}
