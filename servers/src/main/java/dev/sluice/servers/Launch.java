package dev.sluice.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a child process is started and stopped.
 *
 * @param command the program and its arguments
 * @param environment variables added to the owner's own
 * @param directory where it runs
 * @param log the file that gets its output, appended
 * @param errors the file that gets its error output, appended; empty: the same
 * @param stopSignal the signal that asks it to end, such as {@code TERM}; it is killed 10 s later
 * @param scratch a directory to remove once it has ended, even when its owner was killed
 */
public record Launch(
    List<String> command,
    Map<String, String> environment,
    Path directory,
    Path log,
    Optional<Path> errors,
    String stopSignal,
    Optional<Path> scratch) {

  /** Takes copies of the collections. */
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Creates a launch with one file for all output. */
  public Launch(
      List<String> command,
      Map<String, String> environment,
      Path directory,
      Path log,
      String stopSignal,
      Optional<Path> scratch) {
    this(command, environment, directory, log, Optional.empty(), stopSignal, scratch);
  }

  /** Returns a command that ends on {@code TERM} and leaves nothing to remove. */
  public static Launch of(List<String> command, Path directory, Path log) {
    return new Launch(command, Map.of(), directory, log, "TERM", Optional.empty());
  }

  /** Returns the same with a file of its own for error output. */
  public Launch withErrors(Path file) {
    return new Launch(command, environment, directory, log, Optional.of(file), stopSignal, scratch);
  }
}
