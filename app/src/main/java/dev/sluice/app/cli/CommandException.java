package dev.sluice.app.cli;

/** Reports that a command cannot do what was asked; its message says why and what to do. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandException(String message) {
    super(message);
  }
}
