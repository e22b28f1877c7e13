package dev.sluice.api.source;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.user.Group;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pool of users that can be read without changing or billing anything, except by {@link #find}.
 *
 * <p>Every method blocks, keeps to its share of the source's quota, retries transient failures, and
 * otherwise throws {@link SourceException}. Safe for use by many threads.
 */
public interface UserSource extends AutoCloseable {

  PoolDescription describe();

  /** Returns the id of the archive that this is; empty when it is the pool itself. */
  default String archiveId() {
    return "";
  }

  /**
   * Reads the pool's whole configuration: many calls, which take minutes where there are hundreds
   * of clients. The answer names each part that could not be read.
   *
   * @throws SourceException when not even the pool itself can be read
   */
  PoolInventory inventory();

  /**
   * Returns what the owner should know of this source before it is asked about passwords, a
   * sentence each; empty where there is nothing to say.
   */
  List<String> cautions();

  /** Returns the shards that together hold every user exactly once, as far as is known. */
  List<Shard> shards();

  /**
   * Returns one more shard, which holds the whole pool. It is read in one chain of pages, which is
   * slow, so it is for a pool in which users are missing. Empty where the shards hold everybody for
   * certain.
   */
  default Optional<Shard> wholePool() {
    return Optional.empty();
  }

  /** Returns whether one of {@link #shards} can hold this user. */
  default boolean isInAShard(UserId id) {
    return true;
  }

  /**
   * Reads one page of users, with their groups left empty.
   *
   * @param position null for the first page, otherwise the {@code next} of the page before
   * @throws PositionRefusedException when the source no longer knows the position: start the shard
   *     again
   */
  UserPage read(Shard shard, @Nullable String position);

  List<Group> groups();

  /**
   * Reads one page of a group's members.
   *
   * @param position null for the first page, otherwise the {@code next} of the page before
   * @throws PositionRefusedException when the source no longer knows the position
   * @throws GroupGoneException when there is no such group any more
   */
  MemberPage members(String group, @Nullable String position);

  /**
   * Reads one user with its groups, by a login that the source accepts. The source may bill the
   * user as active: call it only for a user who has just proven a password.
   */
  Optional<UserRecord> find(String login);

  /**
   * Reads the user whose password has just been proven as {@link #find(String)} does, but asks for
   * nothing that the proof says.
   *
   * @param longest for everything; when it is used up, {@link SourceException} is thrown
   */
  default Optional<UserRecord> find(Verdict.Proven proven, Duration longest) {
    return find(proven.login());
  }

  /**
   * Reads one user by id, with groups left empty, as {@link #read} does: no user is billed. Empty
   * when the source has no such user.
   */
  Optional<UserRecord> lookup(UserId id);

  /**
   * Reads the user to whom a login belongs as {@link #lookup} does, without billing anybody: by
   * username, or by an address. Empty when there is none, or the source cannot search so.
   */
  default Optional<UserRecord> seek(String login) {
    return Optional.empty();
  }

  @Override
  void close();
}
