package dev.sluice.app.cli;

/** The exit codes of commands, for scripts. */
public enum ExitCode {
  DONE(0),
  FAILED(1),
  /** The command line or {@code sluice.yaml} is wrong. */
  WRONG_USAGE(2),
  /** Done, but some users were rejected. */
  DONE_WITH_REJECTIONS(3),
  /** Nothing was done, because a condition does not hold. */
  CONDITION_DOES_NOT_HOLD(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
