package dev.sluice.app.cli;

import picocli.CommandLine.Option;

/** Declares the option with which every command says what it does. */
public final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  boolean asked;
}
