package dev.sluice.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * A program that dies with its owner, even when the owner is killed: a small shell beside it reads
 * a pipe that only the owner holds open, and ends the program when the pipe closes.
 */
public final class ChildProcess implements AutoCloseable {
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
  private static final Duration LONGEST_END = Duration.ofSeconds(20);

  private final Process shell;
  private final Launch launch;

  private ChildProcess(Process shell, Launch launch) {
    this.shell = shell;
    this.launch = launch;
  }

  /** Starts it; use {@link #awaitReady} to wait until it can serve. */
  public static ChildProcess start(Launch launch) {
    var command = new ArrayList<>(List.of("sh", "-c", script(), "sluice-child"));
    command.add(launch.stopSignal());
    command.add(launch.scratch().map(Path::toString).orElse(""));
    command.addAll(launch.command());
    var builder = new ProcessBuilder(command).directory(launch.directory().toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
    builder.redirectErrorStream(launch.errors().isEmpty());
    launch
        .errors()
        .ifPresent(file -> builder.redirectError(ProcessBuilder.Redirect.appendTo(file.toFile())));
    builder.environment().putAll(launch.environment());
    try {
      return new ChildProcess(builder.start(), launch);
    } catch (IOException e) {
      throw new ServerException("Cannot start " + launch.command().getFirst(), e);
    }
  }

  /**
   * Blocks until the probe returns true.
   *
   * @throws ServerException when the program ended first or the time ran out, with the log's end
   */
  public void awaitReady(BooleanSupplier probe, Duration timeout) {
    var deadline = Instant.now().plus(timeout);
    while (!probe.getAsBoolean()) {
      if (!shell.isAlive()) {
        throw failure("ended with exit code " + shell.exitValue());
      }
      if (Instant.now().isAfter(deadline)) {
        throw failure("was not ready after " + timeout.toSeconds() + " s");
      }
      pause();
    }
  }

  /** Returns whether it still runs. */
  public boolean isAlive() {
    return shell.isAlive();
  }

  /** Blocks until it has ended by itself, and returns its exit code. */
  public int awaitExit() {
    try {
      return shell.waitFor();
    } catch (InterruptedException e) {
      throw interrupted("ran", e);
    }
  }

  /**
   * Waits as {@link #awaitExit()} does, but at most this long; empty when it has not ended by then.
   */
  public OptionalInt awaitExit(Duration longest) {
    try {
      return shell.waitFor(longest) ? OptionalInt.of(shell.exitValue()) : OptionalInt.empty();
    } catch (InterruptedException e) {
      throw interrupted("ran", e);
    }
  }

  private ServerException interrupted(String what, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ServerException("Interrupted while " + launch.command().getFirst() + " " + what, e);
  }

  /** Returns the processes it consists of, without the shell that watches over them. */
  public List<ProcessHandle> processes() {
    return shell.descendants().toList();
  }

  /** Ends it at once, as {@code kill -9} does, and blocks until it has ended. */
  public void kill() {
    var deadline = Instant.now().plus(LONGEST_END);
    try {
      do {
        processes().forEach(ProcessHandle::destroyForcibly);
      } while (!shell.waitFor(BETWEEN_PROBES) && Instant.now().isBefore(deadline));
    } catch (InterruptedException e) {
      throw interrupted("was killed", e);
    }
  }

  /** Asks it to end and blocks until it has, at most some 10 s. Closing twice is harmless. */
  @Override
  public void close() {
    try {
      shell.getOutputStream().close();
      if (!shell.waitFor(LONGEST_END)) {
        shell.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      shell.destroy();
      Thread.currentThread().interrupt();
    }
  }

  private ServerException failure(String what) {
    return new ServerException(
        "%s %s; its log %s ends with:%n%s"
            .formatted(
                launch.command().getFirst(), what, launch.log(), LogTail.of(launch.log(), 20)));
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_PROBES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("Interrupted while waiting for a server", e);
    }
  }

  private static String script() {
    try (InputStream in = ChildProcess.class.getResourceAsStream("child.sh")) {
      return new String(
          Objects.requireNonNull(in, "child.sh").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
