package dev.sluice.harness;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that a machine may have or not; a test that needs a missing one is skipped. */
final class OnPath {
  private OnPath() {}

  static Path find(String name, String comesWith) {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(directory -> Path.of(directory, name))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      skip(name + " is not on the PATH; it comes with " + comesWith);
    }
    return found.orElseThrow();
  }

  static void skip(String reason) {
    Assumptions.abort(reason);
  }
}
