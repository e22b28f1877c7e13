package dev.sluice.harness;

import dev.sluice.servers.ChildProcess;
import dev.sluice.servers.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A script that Node runs until it is closed; a test is skipped where there is no Node. */
public final class NodeProgram implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChildProcess process;
  private final Path log;

  private NodeProgram(ChildProcess process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a script with these variables added to its environment. */
  public static NodeProgram start(Path script, Map<String, String> environment) throws IOException {
    Path node = OnPath.find("node", "Node.js");
    Path scratch = Files.createTempDirectory("sluice-node-");
    Path log = scratch.resolve("node.log");
    return new NodeProgram(
        ChildProcess.start(
            new Launch(
                List.of(node.toString(), script.toAbsolutePath().toString()),
                environment,
                scratch,
                log,
                "TERM",
                Optional.of(scratch))),
        log);
  }

  /** Returns the rest of the first line that begins with this, once it is there. */
  public String saidAfter(String beginning) throws InterruptedException {
    long patience = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < patience) {
      Optional<String> line =
          output().stream().filter(each -> each.startsWith(beginning)).findFirst();
      if (line.isPresent()) {
        return line.get().substring(beginning.length());
      }
      Thread.sleep(20);
    }
    throw new AssertionError("No line begins with \"" + beginning + "\": " + output());
  }

  /** Returns the whole lines that it has printed so far, until it is closed. */
  public List<String> output() {
    try {
      String printed = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      return printed.substring(0, printed.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
