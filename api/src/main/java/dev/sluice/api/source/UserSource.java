package dev.sluice.api.source;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.user.Group;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pool of users that can be read without changing or billing anything, but for {@link #find}.
 *
 * <p>Every method blocks, keeps to its share of the source's quota, retries what passes by itself,
 * and otherwise throws {@link SourceException}. Safe for use by many threads.
 */
public interface UserSource extends AutoCloseable {

  PoolDescription describe();

  /** The id of the archive that this is; empty when it is the pool itself. */
  default String archiveId() {
    return "";
  }

  /**
   * Reads the pool's whole configuration: many calls, minutes where there are hundreds of clients.
   * A part that cannot be read is told in the answer.
   *
   * @throws SourceException when not even the pool itself can be read
   */
  PoolInventory inventory();

  /**
   * What the owner should know of this source before it is asked about passwords, a sentence each;
   * empty where there is nothing to say.
   */
  List<String> cautions();

  /** The shards that together hold every user exactly once. */
  List<Shard> shards();

  /**
   * Reads one page, groups left empty.
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
   */
  MemberPage members(String group, @Nullable String position);

  /**
   * Reads one user with its groups, by a login that the source accepts. The source may bill the
   * user as active: call it only for a user who has just proven a password.
   */
  Optional<UserRecord> find(String login);

  /**
   * Reads one user by id, groups left empty, as {@link #read} does: without billing anybody. Empty
   * when the source has no such user.
   */
  Optional<UserRecord> lookup(UserId id);

  @Override
  void close();
}
