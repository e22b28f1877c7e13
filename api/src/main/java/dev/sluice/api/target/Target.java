package dev.sluice.api.target;

import dev.sluice.api.target.backup.BackupMethod;
import dev.sluice.api.target.login.LoginHook;
import dev.sluice.api.target.login.RelayedLogins;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A system that users move to. Every method blocks. Safe for use by many threads. */
public interface Target extends AutoCloseable {

  TargetDescription describe();

  /** Asks the target whether it can take users now. Throws nothing. */
  Readiness check();

  /**
   * Returns what must change at the target before it can take users, in order; empty when nothing
   * must. Reads only.
   *
   * @throws TargetException when the target cannot be read
   */
  List<ProvisionStep> provision(ProvisionRequest request);

  /**
   * Writes users. Safe to repeat: a user whose id is there already is not changed.
   *
   * @param users at most {@link TargetDescription#batchSize}
   * @return one outcome a user, in the order of {@code users}; a target that cannot be reached
   *     answers {@link WriteOutcome.TryLater} for all
   */
  List<WriteOutcome> write(List<PlannedUser> users);

  /**
   * Returns what {@link #write} would make of each of these users now, if it came alone. Changes
   * nothing. What a target cannot tell before it writes, it does not refuse here.
   *
   * @param users at most {@link TargetDescription#batchSize}
   * @return as {@link #write} does
   */
  default List<WriteOutcome> foretell(List<PlannedUser> users) {
    return users.stream().<WriteOutcome>map(user -> new WriteOutcome.Created(user.id())).toList();
  }

  /**
   * Changes users who have not moved yet to what is planned. The same transaction checks that a
   * user has not moved and makes the change, so that no first login can come in between. Safe to
   * repeat.
   *
   * @param users at most {@link TargetDescription#batchSize}
   * @param names what the source decides about; all else at the target stays as it is
   * @return one outcome a user, in the order of {@code users}; a target that cannot be reached
   *     answers {@link UpdateOutcome.TryLater} for all, and one that does not claim {@link
   *     TargetCapability#UPDATES} refuses all
   */
  default List<UpdateOutcome> update(List<PlannedUpdate> users, SourceNames names) {
    return users.stream()
        .<UpdateOutcome>map(
            user -> new UpdateOutcome.Refused(user.id(), TargetCapability.UPDATES.refusal()))
        .toList();
  }

  /**
   * Removes users who have not moved yet, with the same check as {@link #update}.
   *
   * @param users at most {@link TargetDescription#batchSize}
   * @return as {@link #update} does, for {@link TargetCapability#REMOVES}
   */
  default List<UpdateOutcome> remove(List<UserId> users) {
    return users.stream()
        .<UpdateOutcome>map(
            user -> new UpdateOutcome.Refused(user, TargetCapability.REMOVES.refusal()))
        .toList();
  }

  /**
   * Lets users without a password await their first login again, whom something at the target has
   * cut off from the source. Changes no user who has a password at the target. Safe to repeat.
   *
   * @param users at most {@link TargetDescription#batchSize}
   * @return as {@link #update} does, for {@link TargetCapability#RELINKS}; {@link
   *     UpdateOutcome.InCharge} for a user with a password
   */
  default List<UpdateOutcome> relink(List<UserId> users) {
    return users.stream()
        .<UpdateOutcome>map(
            user -> new UpdateOutcome.Refused(user, TargetCapability.RELINKS.refusal()))
        .toList();
  }

  /**
   * Returns whether an id can be taken by another part of the same installation, so that {@link
   * #elsewhere} is worth asking. Makes no call.
   */
  default boolean sharesIds() {
    return false;
  }

  /**
   * Returns which of these ids cannot be written because another part of the same installation has
   * them, such as another realm of one server. Changes nothing.
   *
   * @param users at most {@link TargetDescription#batchSize}
   * @return where each of them is, for a person, such as {@code realm test}; the others are absent
   * @throws TargetException when the target cannot be read
   */
  default Map<UserId, String> elsewhere(List<UserId> users) {
    return Map.of();
  }

  /**
   * Reads one user.
   *
   * @throws TargetException when the target cannot be read
   */
  Optional<TargetUser> find(UserId id);

  /** Returns how the target asks about first logins, if it does so in a protocol of its own. */
  default Optional<LoginHook> hook() {
    return Optional.empty();
  }

  /**
   * Returns the logins that applications request from the gateway, if the target supports such
   * logins.
   */
  default Optional<RelayedLogins> logins() {
    return Optional.empty();
  }

  /**
   * Returns what an operator should know of how users were written so far, such as that it could be
   * faster. Makes no call.
   */
  default List<String> notices() {
    return List.of();
  }

  /**
   * Reads whole users. Changes nothing.
   *
   * @param ids at most {@link TargetDescription#batchSize}
   * @return one for each id, in their order; empty where the target has no such user
   * @throws TargetException when the target cannot be read, or does not claim {@link
   *     TargetCapability#READS_BACK}
   */
  default List<Optional<StoredUser>> read(List<UserId> ids) {
    throw new TargetException(TargetCapability.READS_BACK.refusal());
  }

  /**
   * Returns a page of the users who still await their first login, in an order of the target's own.
   *
   * @param after the last id of the page before; empty for the first page
   * @return at most {@code limit}; none after the last page
   * @throws TargetException as {@link #read} does
   */
  default List<UserId> awaiting(Optional<UserId> after, int limit) {
    throw new TargetException(TargetCapability.READS_BACK.refusal());
  }

  /**
   * Returns what {@link #read} returns for a user who was just written as planned, with what the
   * target does to letters and names.
   */
  default StoredUser asStored(PlannedUser user) {
    return StoredUser.of(user);
  }

  /**
   * Returns the name by which {@link #read} reports a group that was planned under this name or
   * path.
   */
  default String groupAsStored(String planned) {
    return planned;
  }

  /** Returns how this target is backed up. Makes no call. */
  default BackupMethod backup() {
    return new BackupMethod.OwnTools(
        "Its documentation says how it is backed up with its own tools.");
  }

  @Override
  void close();
}
