package dev.sluice.migration.bulk;

import dev.sluice.migration.run.RunProgress;
import java.util.List;

/**
 * The outcome of a run.
 *
 * @param run its name
 * @param resumed whether it resumed an earlier one
 * @param notices what an operator should know, in the order it happened
 */
public record RunReport(String run, boolean resumed, RunProgress totals, List<String> notices) {
  public RunReport {
    notices = List.copyOf(notices);
  }
}
