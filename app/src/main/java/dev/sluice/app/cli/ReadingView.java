package dev.sluice.app.cli;

import dev.sluice.migration.assess.reading.ReadingListener;
import dev.sluice.migration.run.RunProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Shows the progress of reading a pool. */
public final class ReadingView implements ReadingListener, AutoCloseable {
  private final ProgressView view;
  private final InstantSource clock;
  private final Instant start;

  public ReadingView(ProgressView view, InstantSource clock) {
    this.view = view;
    this.clock = clock;
    this.start = clock.instant();
  }

  @Override
  public void progressed(long read, long estimated) {
    Duration elapsed = Duration.between(start, clock.instant());
    view.progressed(new RunProgress(read, 0, read, 0, 0, 0, estimated, elapsed));
  }

  @Override
  public void noticed(String notice) {
    view.noticed(notice);
  }

  @Override
  public void close() {
    view.close();
  }
}
