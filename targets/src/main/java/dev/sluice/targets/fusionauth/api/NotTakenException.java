package dev.sluice.targets.fusionauth.api;

/** FusionAuth does not take something that a user has: why, and what to do, for a person. */
public final class NotTakenException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  public NotTakenException(String problem) {
    super(problem);
    this.problem = problem;
  }

  public String problem() {
    return problem;
  }
}
