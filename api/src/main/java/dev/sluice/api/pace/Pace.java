package dev.sluice.api.pace;

import java.time.Duration;

/**
 * The rate at which one kind of call may be made to a source. It slows down when the source reports
 * too many calls, and recovers by itself. Safe for use by many threads.
 */
public interface Pace {

  /**
   * Waits until one more call may be made.
   *
   * @param longest how long the caller can wait
   * @return false when that is not long enough; then no call may be made
   */
  boolean await(Duration longest) throws InterruptedException;

  /**
   * Returns whether {@link #await} would return false now, as far as this process knows. Takes
   * nothing and asks nobody.
   */
  boolean isFull(Duration longest);

  /** Reports that a call was answered. */
  void succeeded();

  /** Reports that a call was refused because the source gets too many calls. */
  void throttled();

  /** Returns how many calls a second may be made now. */
  double rate();
}
