package dev.sluice.servers.keycloak;

import dev.sluice.servers.CacheDirectory;
import dev.sluice.servers.ChildProcess;
import dev.sluice.servers.ContentKey;
import dev.sluice.servers.DirectoryTree;
import dev.sluice.servers.Launch;
import dev.sluice.servers.LogTail;
import dev.sluice.servers.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Keycloak with its providers built in ({@code kc.sh build}, half a minute), kept for the next
 * start with the same jars and options.
 */
final class KeycloakBuild {
  private final Path home;

  private KeycloakBuild(Path home) {
    this.home = home;
  }

  static KeycloakBuild obtain(
      CacheDirectory cache,
      KeycloakDistribution distribution,
      List<Path> jars,
      List<String> options) {
    String key = ContentKey.of(options, jars);
    String name = distribution.home().getFileName() + "-built-" + key;
    return new KeycloakBuild(cache.entry(name, into -> make(distribution, into, jars, options)));
  }

  private static void make(
      KeycloakDistribution distribution, Path into, List<Path> jars, List<String> options) {
    Path plain = distribution.home();
    try {
      DirectoryTree.copy(plain.resolve("bin"), into.resolve("bin"));
      DirectoryTree.copy(plain.resolve("conf"), into.resolve("conf"));
      DirectoryTree.copy(plain.resolve("lib/quarkus"), into.resolve("lib/quarkus"));
      DirectoryTree.link(plain.resolve("lib/app"), into.resolve("lib/app"));
      DirectoryTree.link(plain.resolve("lib/lib"), into.resolve("lib/lib"));
      Files.copy(plain.resolve("lib/quarkus-run.jar"), into.resolve("lib/quarkus-run.jar"));
      Files.copy(plain.resolve("version.txt"), into.resolve("version.txt"));
      Files.createDirectories(into.resolve("themes"));
      Path providers = Files.createDirectories(into.resolve("providers"));
      for (Path jar : jars) {
        Files.copy(jar, providers.resolve(jar.getFileName()));
      }
      build(distribution, into, options);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare Keycloak in " + into, e);
    }
  }

  private static void build(KeycloakDistribution distribution, Path home, List<String> options) {
    var command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString(), "build"));
    command.addAll(options);
    Path log = home.resolve("build.log");
    Map<String, String> java = distribution.environment();
    try (var running =
        ChildProcess.start(new Launch(command, java, home, log, "TERM", Optional.empty()))) {
      int exit = running.awaitExit();
      if (exit != 0) {
        throw new ServerException(
            "kc.sh build failed with exit code %d:%n%s".formatted(exit, LogTail.of(log, 20)));
      }
    }
  }

  /** Creates a home for one server: everything built is shared, nothing written is. */
  void layOut(Path target, Path data) throws IOException {
    Files.createDirectories(target);
    DirectoryTree.copy(home.resolve("bin"), target.resolve("bin"));
    DirectoryTree.copy(home.resolve("conf"), target.resolve("conf"));
    for (String shared : List.of("lib", "providers", "themes", "version.txt")) {
      Files.createSymbolicLink(target.resolve(shared), home.resolve(shared));
    }
    Path own = target.resolve("data");
    if (!data.equals(own)) {
      Files.createSymbolicLink(own, data);
    }
    Files.createDirectories(data);
  }
}
