package dev.sluice.migration.run;

import dev.sluice.api.source.PositionRefusedException;

/** How often one part of a pool may be read again from its start. */
public final class Restarts {
  /** The beginning of the notice about what is read again from its start. */
  public static final String NOTICE =
      "The source no longer knows a position, and this is read again";

  private static final int MOST = 5;

  private int left = MOST;

  /**
   * Counts one more.
   *
   * @throws PositionRefusedException the given one, if that would be one too many
   */
  public void because(PositionRefusedException refused) {
    if (left == 0) {
      throw refused;
    }
    left--;
  }
}
