package dev.sluice.app.cli;

import dev.sluice.app.config.SluiceConfig;
import dev.sluice.app.config.reading.ConfigReader;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command takes. */
public final class CommonOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "sluice.yaml",
      description = "The configuration; ./sluice.yaml unless told.")
  private Path file = Path.of("sluice.yaml");

  // Read from the raw arguments by Failures, for it matters also when parsing fails.
  @Option(names = "--debug", description = "Print a stack trace when something fails.")
  boolean debug;

  @Mixin HelpOption help = new HelpOption();

  public Path file() {
    return file;
  }

  public SluiceConfig read() {
    return new ConfigReader(System.getenv()).read(file);
  }
}
