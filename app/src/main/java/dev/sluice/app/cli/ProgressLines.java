package dev.sluice.app.cli;

import dev.sluice.migration.run.RunProgress;
import java.io.PrintWriter;
import java.time.Duration;

/** Prints a line every ten seconds, for logs. */
public final class ProgressLines implements ProgressView {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final PrintWriter err;
  private Duration next = EVERY;

  public ProgressLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void progressed(RunProgress progress) {
    if (progress.elapsed().compareTo(next) < 0) {
      return;
    }
    next = progress.elapsed().plus(EVERY);
    say(
        "%,d of about %,d users, %,.0f users/s, %s left"
            .formatted(progress.read(), progress.estimated(), progress.rate(), timeLeft(progress)));
  }

  private static String timeLeft(RunProgress progress) {
    if (progress.rate() == 0) {
      return "unknown time";
    }
    long rest = Math.max(0, progress.estimated() - progress.read());
    long seconds = Math.round(rest / progress.rate());
    return "%d:%02d min".formatted(seconds / 60, seconds % 60);
  }

  @Override
  public synchronized void noticed(String notice) {
    say(notice);
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  public void close() {}
}
