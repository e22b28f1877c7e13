package dev.sluice.app.command;

import picocli.CommandLine.Option;

/** The switch without which nothing changes. */
final class ExecuteOption {
  @Option(names = "--execute", description = "Do it; without this the command only says what.")
  private boolean execute;

  boolean given() {
    return execute;
  }
}
