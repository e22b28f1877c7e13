package dev.sluice.app.cli;

import dev.sluice.migration.run.RunListener;
import dev.sluice.migration.run.RunProgress;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Says when the pool refuses calls and a run goes on more slowly, and when it is fast again. */
public final class PaceNotices implements RunListener {
  /** Below this part of the share it is said to be slow, above the other to be fast again. */
  private static final double SLOW = 0.75;

  private static final double FAST = 0.99;

  private final RunListener listener;
  private final double share;
  private final DoubleSupplier rate;
  private boolean slow;

  /**
   * @param share calls a second that the run may make when nothing is refused
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
              "The pool refuses calls, for too much is asked of it: going on with %.1f of %.1f"
                  + " requests/s, and faster again as it allows.",
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
