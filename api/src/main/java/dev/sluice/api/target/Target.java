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
import java.util.Optional;

/** A system that people move to. Every method blocks. Safe for use by many threads. */
public interface Target extends AutoCloseable {

  TargetDescription describe();

  /** Asks the target whether it can take users now. Throws nothing. */
  Readiness check();

  /**
   * What must change at the target before it can take users, in order; empty when nothing must.
   * Reads only.
   *
   * @throws TargetException when the target cannot be read
   */
  List<ProvisionStep> provision(ProvisionRequest request);

  /**
   * Writes users. Safe to repeat: a user who is there already, by id, is not changed.
   *
   * @param users at most {@link TargetDescription#batchSize}
   * @return one outcome a user, in the order of {@code users}; a target that cannot be reached
   *     answers {@link WriteOutcome.TryLater} for all
   */
  List<WriteOutcome> write(List<PlannedUser> users);

  /**
   * Changes users who have not moved yet to what is planned. Whether a user has moved is looked at
   * in the transaction that makes the change, so that no first login can come in between. Safe to
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
   * Removes users who have not moved yet, as {@link #update} changes them.
   *
   * @param users at most {@link TargetDescription#batchSize}
   * @return as {@link #update} does, of {@link TargetCapability#REMOVES}
   */
  default List<UpdateOutcome> remove(List<UserId> users) {
    return users.stream()
        .<UpdateOutcome>map(
            user -> new UpdateOutcome.Refused(user, TargetCapability.REMOVES.refusal()))
        .toList();
  }

  /**
   * Reads one user.
   *
   * @throws TargetException when the target cannot be read
   */
  Optional<TargetUser> find(UserId id);

  /** How the target asks about first logins, where it does so in words of its own. */
  default Optional<LoginHook> hook() {
    return Optional.empty();
  }

  /** Logins that applications ask the gateway for, where the target can be logged in to so. */
  default Optional<RelayedLogins> logins() {
    return Optional.empty();
  }

  /**
   * What an operator should know of how users were written so far, such as that it could be faster.
   * Asks nobody.
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
   * A page of the users who still await their first login, in an order of the target's own.
   *
   * @param after the last of the page before; empty for the first page
   * @return at most {@code limit}; none after the last page
   * @throws TargetException as {@link #read} does
   */
  default List<UserId> awaiting(Optional<UserId> after, int limit) {
    throw new TargetException(TargetCapability.READS_BACK.refusal());
  }

  /**
   * What {@link #read} gives of a user who was just written as planned: with what the target does
   * to letters and names.
   */
  default StoredUser asStored(PlannedUser user) {
    return StoredUser.of(user);
  }

  /** What {@link #read} calls a group that was planned under this name or path. */
  default String groupAsStored(String planned) {
    return planned;
  }

  /** How this target is backed up. Asks nobody. */
  default BackupMethod backup() {
    return new BackupMethod.OwnTools(
        "Its documentation says how it is backed up with its own tools.");
  }

  @Override
  void close();
}
