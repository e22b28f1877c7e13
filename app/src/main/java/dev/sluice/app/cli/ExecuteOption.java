package dev.sluice.app.cli;

import picocli.CommandLine.Option;

/** The switch without which nothing changes. */
public final class ExecuteOption {
  @Option(names = "--execute", description = "Do it; without this the command only says what.")
  private boolean execute;

  public boolean given() {
    return execute;
  }
}
