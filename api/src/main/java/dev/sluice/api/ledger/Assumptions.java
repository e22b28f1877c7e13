package dev.sluice.api.ledger;

import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * Users whose login was confirmed to a target that does not report what it made of the answer. Such
 * a user is assumed to have moved until the target shows that it has the user with a password of
 * its own. The state stays what it was, so that a repeated question can be answered again. Throws
 * {@link LedgerException} when it cannot be read or written.
 */
public interface Assumptions {

  /**
   * Records that a yes about this user was sent to the target, for the first time or again.
   *
   * @return false when the user is not known, or in no state from which it can move
   */
  boolean assume(String who, UserId id);

  /**
   * Drops the assumption, because the target does not have the user after all.
   *
   * @param before only if the last yes was sent at or before this time
   * @return false when nothing was assumed of this user, or something has been since
   */
  boolean drop(String who, UserId id, Instant before, String why);

  /**
   * Adds a remark to a user's history and changes nothing else. A remark that repeats the last
   * entry is not added.
   *
   * @return false when nothing was added
   */
  boolean remark(String who, UserId id, String text);

  /**
   * Returns the users who are assumed to have moved, those with the oldest yes first, at most
   * {@code limit}.
   */
  List<LedgerEntry> oldest(int limit);

  /** Returns how many users are assumed to have moved. */
  long count();
}
