package dev.sluice.targets.fusionauth.api;

/** Reports that FusionAuth does not accept something of a user, with the reason and what to do. */
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
