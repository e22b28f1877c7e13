package dev.sluice.migration.archive.export;

import dev.sluice.migration.archive.manifest.FinishedArchive;
import dev.sluice.migration.run.RunProgress;
import java.util.List;

/**
 * What became of an export.
 *
 * @param resumed whether it went on where an earlier one had stopped
 * @param notices what an operator should know, in the order it happened
 */
public record ExportReport(
    FinishedArchive archive, boolean resumed, RunProgress totals, List<String> notices) {
  public ExportReport {
    notices = List.copyOf(notices);
  }
}
