package dev.sluice.app.command;

import dev.sluice.app.config.ConfigReader;
import dev.sluice.app.config.SluiceConfig;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "sluice.yaml",
      description = "The configuration; ./sluice.yaml unless told.")
  private Path file = Path.of("sluice.yaml");

  // Read from the raw arguments by Failures, for it matters also when parsing fails.
  @Option(names = "--debug", description = "Print a stack trace when something fails.")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Say what this command does and takes.")
  boolean help;

  Path file() {
    return file;
  }

  SluiceConfig read() {
    return new ConfigReader(System.getenv()).read(file);
  }
}
