package dev.sluice.app.provision;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.app.cli.ExitCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies steps one after another. A step that fails does not stop the others, unless they need it
 * or the target answers nothing any more.
 */
final class AppliedSteps {
  /**
   * A step that failed.
   *
   * @param problem what is wrong and what to do
   * @param lasting whether another try is of no use before somebody has acted
   */
  record Failure(ProvisionStep step, String problem, boolean lasting) {}

  private final List<Failure> failures = new ArrayList<>();
  private int left;

  /** Applies a step, unless it is manual; returns whether it was applied. */
  boolean apply(ProvisionStep step) {
    if (step.isManual()) {
      return false;
    }
    if (left > 0) {
      left++;
      return false;
    }
    try {
      step.apply();
      return true;
    } catch (TargetException e) {
      failures.add(new Failure(step, String.valueOf(e.getMessage()), e.isLasting()));
      if (step.isFoundation() || e.isUnavailable()) {
        left = 1;
      }
      return false;
    }
  }

  List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** Returns how the command ends, as any command does after such a failure. */
  ExitCode exitCode() {
    if (failures.isEmpty()) {
      return ExitCode.DONE;
    }
    return failures.stream().allMatch(Failure::lasting)
        ? ExitCode.CONDITION_DOES_NOT_HOLD
        : ExitCode.FAILED;
  }

  /** Returns how many steps were not tried after one that the others need. */
  int notTried() {
    return Math.max(0, left - 1);
  }

  /** Returns what failed, for people; empty if nothing did. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!failures.isEmpty()) {
      lines.add("Failed, and to be done by the next run of the same command:");
      failures.forEach(failure -> lines.add(" - " + failure.problem()));
      if (notTried() > 0) {
        lines.add("Not tried after that: " + notTried() + " more.");
      }
    }
    return lines;
  }
}
