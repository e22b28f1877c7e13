package dev.sluice.api.ledger;

import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.util.List;
import java.util.Optional;

/**
 * Users whom a run has read and deferred, because their disposition depends on users who have yet
 * to be read. Their whole profiles are kept, so they must be forgotten in the end. Throws {@link
 * LedgerException} when the ledger cannot be read or written.
 */
public interface DeferredUsers {

  /** Defers users. A user who is deferred already is replaced, so repeating does no harm. */
  void put(List<UserRecord> users);

  /**
   * Returns names of parts of about the same size that together hold all deferred users; parts can
   * be worked on in parallel.
   */
  List<String> parts();

  /**
   * Returns the users of a part in the order of their ids, after the given one; at most {@code
   * limit}.
   */
  List<UserRecord> next(String part, Optional<UserId> after, int limit);

  /**
   * Returns these users, and the deferred users who share an account at another provider with one
   * of them. For each shared account it returns at most two users that it was linked to and two
   * that it created, so that no user's data can make the result large.
   */
  List<UserRecord> sharing(List<UserRecord> users);

  /** Forgets all deferred users; may be repeated. */
  void forget();
}
