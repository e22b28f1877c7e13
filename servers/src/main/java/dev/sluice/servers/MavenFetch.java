package dev.sluice.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets an artifact through the user's own Maven, with the mirrors it is configured for. */
public final class MavenFetch {
  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.10.0";

  private final List<String> maven;

  MavenFetch(List<String> maven) {
    this.maven = List.copyOf(maven);
  }

  public static MavenFetch ofUser() {
    return new MavenFetch(List.of("mvn", "-B", "-q"));
  }

  /** Fetches the artifact ({@code group:name:version:type}) as a file into this directory. */
  public Path fetch(String artifact, Path directory) {
    try {
      Path log = Files.createTempFile("sluice-maven-", ".log");
      try {
        return fetch(artifact, directory, log);
      } finally {
        Files.deleteIfExists(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path fetch(String artifact, Path directory, Path log) {
    var command = new ArrayList<>(maven);
    command.add(PLUGIN + ":copy");
    command.add("-Dartifact=" + artifact);
    command.add("-DoutputDirectory=" + directory);
    var java = Map.of("JAVA_HOME", System.getProperty("java.home"));
    var launch = new Launch(command, java, directory, log, "TERM", Optional.empty());
    try (var running = ChildProcess.start(launch)) {
      int exit = running.awaitExit();
      Path file = directory.resolve(fileName(artifact));
      if (exit != 0 || !Files.isRegularFile(file)) {
        throw new ServerException(
            "Maven could not fetch %s: check the network, or run \"mvn %s:get -Dartifact=%s\" where there is one (%s)"
                .formatted(artifact, PLUGIN, artifact, reason(log, exit)));
      }
      return file;
    }
  }

  private static String fileName(String artifact) {
    String[] parts = artifact.split(":");
    return parts[1] + "-" + parts[2] + "." + parts[3];
  }

  private static String reason(Path log, int exit) {
    return LogTail.of(log, 200)
        .lines()
        .filter(line -> line.contains("ERROR") || line.contains("not found"))
        .findFirst()
        .orElse("exit code " + exit);
  }
}
