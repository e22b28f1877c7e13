package dev.sluice.harness;

import dev.sluice.servers.CacheDirectory;
import dev.sluice.servers.ChildProcess;
import dev.sluice.servers.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An npm package that tests run with Node, fetched once into the user's cache.
 *
 * @param modules the folder that also holds its dependencies
 */
public record NpmPackage(Path modules) {
  private static final long LONGEST_SECONDS = 120;

  /**
   * Fetches a package; skips the tests where that is not possible.
   *
   * @param version of the package, exactly
   * @param scratch for npm's log
   */
  public static NpmPackage fetch(String name, String version, Path scratch) {
    Path npm = OnPath.find("npm", "npm");
    Path installed =
        CacheDirectory.ofUser()
            .entry(name + "-" + version, into -> install(npm, name + "@" + version, into, scratch));
    return new NpmPackage(installed.resolve("node_modules"));
  }

  /** Returns the program node itself. */
  static Path node() {
    return OnPath.find("node", "nodejs");
  }

  /** Runs a script that can {@code require} the package, and returns what it prints. */
  public String run(Path script, String input) throws IOException, InterruptedException {
    ProcessBuilder command = new ProcessBuilder(node().toString(), script.toString());
    command.environment().put("NODE_PATH", modules.toString());
    Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(script.getFileName() + " failed: " + printed);
      }
      return printed;
    } finally {
      process.destroyForcibly();
    }
  }

  private static void install(Path npm, String what, Path into, Path scratch) {
    List<String> command =
        List.of(
            npm.toString(),
            "install",
            "--prefix",
            into.toString(),
            "--no-package-lock",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--fetch-retries=1",
            what);
    Path log = scratch.resolve("npm.log");
    try (ChildProcess install = ChildProcess.start(Launch.of(command, scratch, log))) {
      if (install.awaitExit() != 0) {
        OnPath.skip("npm could not install " + what + ": " + Files.readString(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
