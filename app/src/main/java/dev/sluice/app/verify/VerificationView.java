package dev.sluice.app.verify;

import dev.sluice.app.cli.Output;
import dev.sluice.app.cli.ProgressView;
import dev.sluice.migration.run.RunProgress;
import dev.sluice.migration.verify.Disagreement;
import dev.sluice.migration.verify.VerificationListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Shows the progress of a verification and keeps only the worst findings. */
final class VerificationView implements VerificationListener, AutoCloseable {
  /** The number of findings shown without --all. */
  private static final int SHOWN = 20;

  private final ProgressView progress;
  private final Optional<Output> live;
  private final Optional<DisagreementFile> file;
  private final List<Disagreement> worst = new ArrayList<>();
  private int listed;

  /**
   * @param live prints each finding as it comes; empty if only the worst are shown at the end
   */
  VerificationView(ProgressView progress, Optional<Output> live, Optional<DisagreementFile> file) {
    this.progress = progress;
    this.live = live;
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
    keep(disagreement);
    live.ifPresent(output -> show(output, disagreement));
  }

  /** Orders the worst kinds first, and findings of one kind by when they were found. */
  private void keep(Disagreement disagreement) {
    if (worst.size() == SHOWN && disagreement.kind().compareTo(worst.getLast().kind()) >= 0) {
      return;
    }
    worst.add(disagreement);
    worst.sort(Comparator.comparing(Disagreement::kind));
    if (worst.size() > SHOWN) {
      worst.removeLast();
    }
  }

  private void show(Output output, Disagreement disagreement) {
    if (listed == 0) {
      output.line(VerificationText.heading());
    }
    output.line(VerificationText.row(disagreement));
    listed++;
  }

  List<Disagreement> worst() {
    return worst;
  }

  /** Shows the worst findings unless all were shown already, and returns how many were shown. */
  int showWorst(Output output) {
    if (live.isEmpty()) {
      worst.forEach(each -> show(output, each));
    }
    return listed;
  }

  @Override
  public void close() {
    progress.close();
  }
}
