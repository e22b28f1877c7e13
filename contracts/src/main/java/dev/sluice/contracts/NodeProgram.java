package dev.sluice.contracts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A script that Node runs until it is closed; a test is skipped where there is no Node. */
public final class NodeProgram implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final List<String> output = new CopyOnWriteArrayList<>();

  private NodeProgram(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::read);
  }

  /** Starts a script with this in its environment, besides what it would have. */
  public static NodeProgram start(Path script, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                OnPath.find("node", "Node.js").toString(), script.toAbsolutePath().toString())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new NodeProgram(builder.start());
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException ended) {
      output.add("The output ended: " + ended.getMessage());
    }
  }

  /** The rest of the first line that begins so, once it is there. */
  public String saidAfter(String beginning) throws InterruptedException {
    long patience = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < patience) {
      Optional<String> line =
          output.stream().filter(each -> each.startsWith(beginning)).findFirst();
      if (line.isPresent()) {
        return line.get().substring(beginning.length());
      }
      Thread.sleep(20);
    }
    throw new AssertionError("No line begins with \"" + beginning + "\": " + output);
  }

  /** What it has printed so far. */
  public List<String> output() {
    return List.copyOf(output);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
