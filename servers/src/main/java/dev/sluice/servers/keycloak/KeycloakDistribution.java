package dev.sluice.servers.keycloak;

import dev.sluice.servers.CacheDirectory;
import dev.sluice.servers.MavenFetch;
import dev.sluice.servers.ZipFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keycloak as its makers publish it, unpacked in the cache and never changed there. */
public final class KeycloakDistribution {
  /** The version with which all of this project is tested. */
  public static final String VERSION = "26.7.3";

  private static final Pattern HIBERNATE_UP_TO_JAVA_24 = Pattern.compile("26\\.[0-3]\\..*");

  private final CacheDirectory cache;
  private final String version;
  private final Path home;

  private KeycloakDistribution(CacheDirectory cache, String version, Path home) {
    this.cache = cache;
    this.version = version;
    this.home = home;
  }

  /**
   * Returns the distribution in the user's cache, fetched by the user's own Maven when it is not
   * there.
   *
   * @throws dev.sluice.servers.ServerException when it can neither be found nor fetched, in one
   *     line
   */
  public static KeycloakDistribution obtain() {
    return obtain(VERSION);
  }

  /** Returns the same as {@link #obtain()}, of another version, such as {@code 26.3.5}. */
  public static KeycloakDistribution obtain(String version) {
    return obtain(CacheDirectory.ofUser(), MavenFetch.ofUser(), version);
  }

  static KeycloakDistribution obtain(CacheDirectory cache, MavenFetch maven, String version) {
    Path home =
        cache.entry(
            "keycloak-" + version,
            into -> {
              Path zip =
                  maven.fetch("org.keycloak:keycloak-quarkus-dist:" + version + ":zip", into);
              unpack(zip, into);
            });
    return new KeycloakDistribution(cache, version, home);
  }

  private static void unpack(Path zip, Path into) {
    try {
      ZipFiles.unpackWithoutFirstFolder(zip, into);
      Files.delete(zip);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack " + zip, e);
    }
  }

  /** Returns the version of this Keycloak. */
  public String version() {
    return version;
  }

  /** Returns the jars that its server and the extensions in it run with. */
  public List<Path> libraries() {
    try (Stream<Path> tree = Files.walk(home.resolve("lib/lib"))) {
      return tree.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the libraries of Keycloak " + version, e);
    }
  }

  /** Returns the environment that each of its programs runs with. */
  Map<String, String> environment() {
    var environment = new HashMap<>(Map.of("JAVA_HOME", System.getProperty("java.home")));
    if (HIBERNATE_UP_TO_JAVA_24.matcher(version).matches()) {
      // It generates no classes for a Java that it does not know, unless told to try.
      environment.put("JAVA_OPTS_APPEND", "-Dnet.bytebuddy.experimental=true");
    }
    return environment;
  }

  /** Returns where it is unpacked. */
  Path home() {
    return home;
  }

  /**
   * Returns a server built from it with these provider jars and build options, built once and kept.
   */
  KeycloakBuild build(List<Path> providerJars, List<String> buildOptions) {
    return KeycloakBuild.obtain(cache, this, providerJars, buildOptions);
  }
}
