package dev.sluice.api.ledger;

import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.util.List;
import java.util.Optional;

/**
 * Users whom a run has read and put aside, because others have to be read before it can be said
 * what becomes of them. Their whole profiles are kept, so they are to be forgotten in the end.
 * Throws {@link LedgerException} when the ledger cannot be read or written.
 */
public interface DeferredUsers {

  /** Puts users aside. One who is there already is replaced, so that repeating does no harm. */
  void put(List<UserRecord> users);

  /** All that wait, cut into parts of about the same size that can be gone through at once. */
  List<String> parts();

  /** The users of a part in the order of their ids, after the given one; at most {@code limit}. */
  List<UserRecord> next(String part, Optional<UserId> after, int limit);

  /**
   * Waiting users who have an account at another provider together with one of these users, and
   * these users themselves. Of those who have the same account, up to two whom it was linked to and
   * up to two whom it made: so nobody's data can make this large.
   */
  List<UserRecord> sharing(List<UserRecord> users);

  /** Forgets everybody; may be repeated. */
  void forget();
}
