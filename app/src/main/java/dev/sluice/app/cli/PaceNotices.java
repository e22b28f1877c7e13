package dev.sluice.app.cli;

import dev.sluice.migration.run.RunListener;
import dev.sluice.migration.run.RunProgress;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Notifies when the pool throttles a run, and when the run is back at full pace. */
public final class PaceNotices implements RunListener {
  /** A pace below this part of the share counts as slow, a pace above the other as full again. */
  private static final double SLOW = 0.75;

  private static final double FAST = 0.99;

  private final RunListener listener;
  private final double share;
  private final DoubleSupplier rate;
  private boolean slow;

  /**
   * @param share calls a second that the run may make if nothing is refused
   * @param rate calls a second that it may make now
   */
  public PaceNotices(RunListener listener, double share, DoubleSupplier rate) {
    this.listener = listener;
    this.share = share;
    this.rate = rate;
  }

  @Override
  public void progressed(RunProgress progress) {
    listener.progressed(progress);
    noticePace();
  }

  private synchronized void noticePace() {
    double now = rate.getAsDouble();
    if (!slow && now < share * SLOW) {
      slow = true;
      listener.noticed(
          String.format(
              Locale.ROOT,
              "The pool is throttling calls. The run continues at %.1f of %.1f requests/s and"
                  + " speeds up again as the pool allows.",
              now,
              share));
    } else if (slow && now > share * FAST) {
      slow = false;
      listener.noticed(String.format(Locale.ROOT, "The pool allows %.1f requests/s again.", share));
    }
  }

  @Override
  public void noticed(String notice) {
    listener.noticed(notice);
  }
}
