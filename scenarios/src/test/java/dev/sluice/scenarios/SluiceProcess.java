package dev.sluice.scenarios;

import dev.sluice.servers.ChildProcess;
import dev.sluice.servers.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/** Runs the program as an operator does: as a process, in a directory with a sluice.yaml. */
final class SluiceProcess implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final ChildProcess process;
  private final Path out;
  private final Path err;

  private SluiceProcess(ChildProcess process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts a command; what it prints stays in the directory, as {@code out-*} and {@code err-*}.
   */
  static SluiceProcess start(Path directory, String... arguments) {
    return start(directory, StartCache.options(), arguments);
  }

  /**
   * As {@link #start(Path, String...)}, with these options of the JVM, the class path with them.
   */
  static SluiceProcess start(Path directory, List<String> options, String... arguments) {
    try {
      Path out = Files.createTempFile(directory, "out-" + arguments[0] + "-", ".txt");
      Path err = Files.createTempFile(directory, "err-" + arguments[0] + "-", ".txt");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
      command.add("-Dsluice.home=" + System.getProperty("sluice.root"));
      command.add("--enable-native-access=ALL-UNNAMED");
      command.addAll(options);
      command.add("dev.sluice.app.Sluice");
      command.addAll(List.of(arguments));
      return new SluiceProcess(
          ChildProcess.start(Launch.of(command, directory, out).withErrors(err)), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command to its end. */
  static Ran run(Path directory, String... arguments) {
    return start(directory, arguments).await();
  }

  Ran await() {
    OptionalInt exitCode = process.awaitExit(LONGEST);
    if (exitCode.isEmpty()) {
      kill();
      throw new AssertionError("The command did not end: " + ran(-1));
    }
    return ran(exitCode.getAsInt());
  }

  /** The ids of the processes it consists of. */
  LongStream pids() {
    return process.processes().stream().mapToLong(ProcessHandle::pid);
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.kill();
  }

  /** What was printed so far. */
  String printed() {
    return read(out) + read(err);
  }

  /** Ends it as Ctrl-C does, and waits. */
  @Override
  public void close() {
    process.close();
  }

  private Ran ran(int exitCode) {
    return new Ran(exitCode, read(out), read(err));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
