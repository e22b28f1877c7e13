package dev.sluice.app.cli;

import dev.sluice.migration.run.RunProgress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a bar with users, rate and time left. */
final class ProgressBarView implements ProgressView {
  private final ProgressBar bar =
      new ProgressBarBuilder()
          .setTaskName("users")
          .setStyle(ProgressBarStyle.ASCII)
          .setInitialMax(-1)
          .setUpdateIntervalMillis(250)
          .showSpeed()
          .build();

  @Override
  public void progressed(RunProgress progress) {
    bar.maxHint(Math.max(progress.estimated(), progress.read()));
    bar.stepTo(progress.read());
  }

  @Override
  public void noticed(String notice) {
    bar.setExtraMessage(notice);
  }

  @Override
  public void close() {
    bar.close();
  }
}
