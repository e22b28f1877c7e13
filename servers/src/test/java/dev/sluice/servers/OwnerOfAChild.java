package dev.sluice.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that starts a child, says its process id, and then waits to be killed. */
final class OwnerOfAChild {
  private OwnerOfAChild() {}

  public static void main(String[] args) throws InterruptedException {
    Path directory = Path.of(args[0]);
    var launch = Launch.of(List.of("sleep", "600"), directory, directory.resolve("owned.log"));
    try (var child = ChildProcess.start(launch)) {
      child.awaitReady(() -> sleeper(child) != 0, Duration.ofSeconds(20));
      System.out.println(sleeper(child));
      System.out.flush();
      Thread.sleep(600_000);
    }
  }

  private static long sleeper(ChildProcess child) {
    return child.processes().stream()
        .filter(process -> process.info().command().orElse("").endsWith("sleep"))
        .findFirst()
        .map(ProcessHandle::pid)
        .orElse(0L);
  }
}
