package dev.sluice.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the program as an operator does: as a process, in a directory with a sluice.yaml. */
final class SluiceProcess implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Process process;
  private final Path out;
  private final Path err;

  private SluiceProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts a command; what it prints stays in the directory, as {@code out-*} and {@code err-*}.
   */
  static SluiceProcess start(Path directory, String... arguments) {
    try {
      Path out = Files.createTempFile(directory, "out-" + arguments[0] + "-", ".txt");
      Path err = Files.createTempFile(directory, "err-" + arguments[0] + "-", ".txt");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
      command.add("-Dsluice.home=" + System.getProperty("sluice.root"));
      command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
      command.add(System.getProperty("java.class.path"));
      command.add("dev.sluice.app.Sluice");
      command.addAll(List.of(arguments));
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      SluiceProcess running = new SluiceProcess(process, out, err);
      Runtime.getRuntime().addShutdownHook(new Thread(running::kill));
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command to its end. */
  static Ran run(Path directory, String... arguments) {
    return start(directory, arguments).await();
  }

  Ran await() {
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        kill();
        throw new AssertionError("The command did not end: " + ran(-1));
      }
      return ran(process.exitValue());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
  }

  /** What was printed so far. */
  String printed() {
    return read(out) + read(err);
  }

  /** Ends it as Ctrl-C does, and waits. */
  @Override
  public void close() {
    process.destroy();
    await();
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
