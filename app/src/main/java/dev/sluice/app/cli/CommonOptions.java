package dev.sluice.app.cli;

import dev.sluice.app.config.SluiceConfig;
import dev.sluice.app.config.reading.ConfigReader;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command. */
public final class CommonOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "sluice.yaml",
      description = "The configuration file; ./sluice.yaml by default.")
  private Path file = Path.of("sluice.yaml");

  // Failures reads it from the raw arguments, because it also counts if parsing fails.
  @Option(names = "--debug", description = "Print a stack trace if the command fails.")
  boolean debug;

  @Mixin HelpOption help = new HelpOption();

  public Path file() {
    return file;
  }

  public SluiceConfig read() {
    return new ConfigReader(System.getenv()).read(file);
  }
}
