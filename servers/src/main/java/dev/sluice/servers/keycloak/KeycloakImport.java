package dev.sluice.servers.keycloak;

import dev.sluice.servers.ChildProcess;
import dev.sluice.servers.Launch;
import dev.sluice.servers.LogTail;
import dev.sluice.servers.ServerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills a stopped Keycloak from files of its own export ({@code kc.sh import}). */
final class KeycloakImport {
  private KeycloakImport() {}

  static void run(Path directory, Path home, Map<String, String> environment) {
    List<String> command =
        List.of(
            home.resolve("bin/kc.sh").toString(),
            "import",
            "--optimized",
            "--dir=" + directory.toAbsolutePath());
    Path log = home.resolve("import.log");
    try (var running =
        ChildProcess.start(new Launch(command, environment, home, log, "TERM", Optional.empty()))) {
      int exit = running.awaitExit();
      if (exit != 0) {
        throw new ServerException(
            "kc.sh import of %s failed with exit code %d:%n%s"
                .formatted(directory, exit, LogTail.of(log, 20)));
      }
    }
  }
}
