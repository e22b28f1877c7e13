package dev.sluice.app.cli;

import picocli.CommandLine.Option;

/** The switch that lets a command change anything. */
public final class ExecuteOption {
  @Option(
      names = "--execute",
      description = "Apply the changes; without it, only the plan is printed.")
  private boolean execute;

  public boolean given() {
    return execute;
  }
}
