package dev.sluice.app.command;

import dev.sluice.app.report.DisagreementFile;
import dev.sluice.app.report.VerificationText;
import dev.sluice.migration.run.Disagreement;
import dev.sluice.migration.run.RunListener;
import dev.sluice.migration.run.RunProgress;
import dev.sluice.migration.run.VerificationListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what a verification finds as it is found, and keeps only the first of it. */
final class VerificationView implements VerificationListener {
  /** What a person is shown unless all is asked for. */
  private static final int FIRST = 20;

  private final RunListener progress;
  private final Output output;
  private final boolean all;
  private final Optional<DisagreementFile> file;
  private final List<Disagreement> first = new ArrayList<>();
  private int listed;

  VerificationView(
      RunListener progress, Output output, boolean all, Optional<DisagreementFile> file) {
    this.progress = progress;
    this.output = output;
    this.all = all;
    this.file = file;
  }

  @Override
  public void progressed(RunProgress now) {
    progress.progressed(now);
  }

  @Override
  public void noticed(String notice) {
    progress.noticed(notice);
  }

  @Override
  public void disagreed(Disagreement disagreement) {
    file.ifPresent(report -> report.write(disagreement));
    if (first.size() < FIRST) {
      first.add(disagreement);
    }
    if (listed == 0) {
      output.line(VerificationText.heading());
    }
    if (all || listed < FIRST) {
      output.line(VerificationText.row(disagreement));
      listed++;
    }
  }

  List<Disagreement> first() {
    return first;
  }

  /** How many were shown. */
  int listed() {
    return listed;
  }
}
