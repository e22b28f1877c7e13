package dev.sluice.cognito.call;

import java.time.Duration;

/** When the caller gives up; it begins to run when this is created. */
public final class Deadline {
  private final long end;

  public Deadline(Duration longest) {
    this.end = System.nanoTime() + longest.toNanos();
  }

  /** Returns the time that is left; zero when there is none. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
