package dev.sluice.migration.archive.export;

import dev.sluice.migration.archive.manifest.FinishedArchive;
import dev.sluice.migration.run.RunProgress;
import java.util.List;

/**
 * The outcome of an export.
 *
 * @param resumed whether it resumed an earlier one
 * @param notices what an operator should know, in the order it happened
 */
public record ExportReport(
    FinishedArchive archive, boolean resumed, RunProgress totals, List<String> notices) {
  public ExportReport {
    notices = List.copyOf(notices);
  }
}
