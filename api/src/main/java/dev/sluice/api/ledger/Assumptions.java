package dev.sluice.api.ledger;

import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * Users about whom the target was told yes, and which does not tell what it has made of it. Until
 * it shows that it has such a user with a password of its own, the user is assumed to have moved:
 * the state stays what it was, so that whoever is asked about once more can be answered once more.
 * Throws {@link LedgerException} when it cannot be read or written.
 */
public interface Assumptions {

  /**
   * The target was told yes about a user, from now on or once more.
   *
   * @return false when the user is not known, or in no state from which it can move
   */
  boolean assume(String who, UserId id);

  /**
   * The target does not have the user after all.
   *
   * @param before only when it was told yes at or before this time
   * @return false when nothing was assumed of this user, or something has been since
   */
  boolean drop(String who, UserId id, Instant before, String why);

  /**
   * Adds to a user's history, and changes nothing. What it says already at its end is not said
   * again.
   *
   * @return false when nothing was added
   */
  boolean remark(String who, UserId id, String text);

  /** Of whom it is assumed: those who were told of longest ago first, at most {@code limit}. */
  List<LedgerEntry> oldest(int limit);

  /** Of how many it is assumed. */
  long count();
}
