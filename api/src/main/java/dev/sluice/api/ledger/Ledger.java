package dev.sluice.api.ledger;

import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The durable record of every user: the truth about the migration. Every change appends an event.
 * Safe for use by many threads and, on PostgreSQL, by many processes. Throws {@link
 * LedgerException} when it cannot be read or written.
 */
public interface Ledger {

  Optional<LedgerEntry> find(UserId id);

  /** Returns the entries of these users; users who are not known are absent. */
  Map<UserId, LedgerEntry> entries(Collection<UserId> ids);

  /**
   * Returns every user with this login, which may be a username (in any case), an email address (in
   * any case) or a phone number. Users with exactly this username come first, then migrated users;
   * merged users come last. Returns at most 10.
   */
  List<LedgerEntry> findByLogin(String login);

  /**
   * Returns other users with this login, who are neither gone nor merged: users with this username
   * first, then users who have moved, then those of the best standing. Returns at most 10.
   *
   * @param of the user whose rivals they are
   */
  List<LedgerEntry> rivals(String login, UserId of);

  /**
   * Records users that were seen. New users become DISCOVERED; known users get their logins brought
   * up to date and keep their state.
   */
  void see(String who, List<UserIdentifiers> users);

  /**
   * Records users that were seen, as {@link #see} does, and claims for one run those that it may
   * write: DISCOVERED, and not claimed by another run.
   *
   * @param run the run's name; a run that is resumed after a crash keeps its name, so that what it
   *     claimed is still its own
   * @return the users that were claimed
   */
  Set<UserId> claim(String run, List<UserIdentifiers> users);

  /**
   * Makes changes of state and frees the users from their claims, in one transaction together with
   * a run's progress. Leaves out a change that is no longer legal because another process was
   * faster, and a change of a user who is not known.
   *
   * @return the users that were changed
   */
  Set<UserId> settle(String who, List<Change> changes, Optional<Progress> progress);

  /**
   * Forgets what the target was last given of these users, so that the next sync looks at them even
   * if they have not changed.
   */
  void lookAgain(Collection<UserId> users);

  /**
   * Makes one change of state, or makes a migrated user's {@code by} more exact.
   *
   * @return false when the change is not legal, or the user is not known; then nothing is changed
   */
  boolean move(String who, Change change);

  /**
   * Takes users back whom the target has lost: changes users who are MIGRATED or GONE, which no
   * other method does. Call it only by an owner's explicit decision. Leaves out users in other
   * states and users who are not known.
   *
   * @param changes to IMPORTED, MIGRATED or REJECTED: what became of each user at the target
   * @return the users that were changed
   */
  default Set<UserId> takeBack(String who, List<Change> changes) {
    throw new LedgerException("This ledger cannot take users back.");
  }

  /**
   * Makes every rejected user DISCOVERED again, so that the next run tries it again.
   *
   * @return how many there were
   */
  long reopenRejected(String who);

  Tally tally();

  /**
   * Returns the users in one state, in the order in which they were first seen, after the given
   * one; at most {@code limit}.
   */
  List<LedgerEntry> list(MigrationState state, Optional<UserId> after, int limit);

  /**
   * Returns how many users became MIGRATED at or after a time. Each user counts once, by how it
   * moved according to the record now.
   */
  Map<MovedBy, Long> movedSince(Instant time);

  /** Returns all events of one user, oldest first. */
  List<LedgerEvent> history(UserId id);
}
