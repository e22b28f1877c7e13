package dev.sluice.targets.fusionauth;

/** FusionAuth does not take something that a user has: why, and what to do, for a person. */
final class NotTakenException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  NotTakenException(String problem) {
    super(problem);
    this.problem = problem;
  }

  String problem() {
    return problem;
  }
}
