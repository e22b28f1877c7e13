package dev.sluice.contracts.target;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.api.target.TargetLimits;
import dev.sluice.api.target.backup.BackupMethod;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A target in memory that refuses what a real one refuses and fails on request. */
public final class FakeTarget implements Target {
  private static final int BATCH_SIZE = 100;
  private static final int PARALLELISM = 2;

  private final Set<TargetCapability> capabilities;
  private final UsersInMemory users = new UsersInMemory();
  private final PasswordPlaces passwords = new PasswordPlaces();
  private final Map<UserId, String> elsewhere = new HashMap<>();
  private final Troubles troubles = new Troubles();
  private final OneUser one;
  private @Nullable ProvisionRequest provisioned;
  private Readiness readiness = new Readiness.Ready("fake 7");
  private List<String> notices = List.of();
  private BackupMethod backup = new BackupMethod.OwnTools("Copy this program's memory.");

  /** Creates a target that can do everything. */
  public FakeTarget() {
    this(EnumSet.allOf(TargetCapability.class));
  }

  public FakeTarget(Set<TargetCapability> capabilities) {
    this.capabilities = Set.copyOf(capabilities);
    this.one = new OneUser(this.capabilities, users, passwords, troubles);
  }

  /**
   * Makes the next {@code writes} calls that write, update or remove answer TryLater for every
   * user.
   */
  public synchronized void putOff(int writes, Duration after) {
    troubles.putOff(writes, after);
  }

  /** Refuses this user from now on. */
  public synchronized void refuse(UserId id, String problem) {
    troubles.refuse(id, problem);
  }

  /** Takes a refused user from now on. */
  public synchronized void accept(UserId id) {
    troubles.accept(id);
  }

  /** Throws an exception, once, after this many more users, who stay written. */
  public synchronized void dieAfter(int moreUsers) {
    troubles.dieAfter(moreUsers);
  }

  /**
   * Makes an email address a login from now on: refuses a second user with one, or with one as a
   * username.
   */
  public synchronized FakeTarget oneEmailEach() {
    users.oneEmailEach();
    return this;
  }

  /** Refuses what is not within these limits from now on. */
  public synchronized FakeTarget within(TargetLimits limits) {
    troubles.limits(limits);
    return this;
  }

  /** Sets how it is backed up from now on. */
  public synchronized void backUpBy(BackupMethod method) {
    backup = method;
  }

  @Override
  public synchronized BackupMethod backup() {
    return backup;
  }

  /** Sets what {@link #notices} answers from now on. */
  public synchronized void notice(String notice) {
    notices = List.of(notice);
  }

  /** Sets what {@link #check} answers from now on. */
  public synchronized void readiness(Readiness answer) {
    readiness = answer;
  }

  /**
   * Acts as if the user's password had moved: the target has its own and no longer asks the
   * gateway.
   */
  public synchronized void keepPassword(UserId id) {
    passwords.keep(id);
  }

  /** Acts as if somebody had cut the user off from the source. */
  public synchronized void unlink(UserId id) {
    passwords.unlink(id);
  }

  /** Acts as if another part of the same installation had this id. */
  public synchronized void hasElsewhere(UserId id, String place) {
    elsewhere.put(id, place);
    troubles.refuse(id, "A user of " + place + " has this id: remove that user there.");
  }

  @Override
  public synchronized boolean sharesIds() {
    return !elsewhere.isEmpty();
  }

  @Override
  public synchronized Map<UserId, String> elsewhere(List<UserId> ids) {
    return ids.stream()
        .filter(elsewhere::containsKey)
        .collect(Collectors.toMap(id -> id, elsewhere::get));
  }

  @Override
  public synchronized List<UpdateOutcome> relink(List<UserId> ids) {
    if (!capabilities.contains(TargetCapability.RELINKS)) {
      return Target.super.relink(ids);
    }
    return ids.stream().map(one::relink).toList();
  }

  /** Returns all users in the order in which they were written. */
  public synchronized List<PlannedUser> users() {
    return List.copyOf(users.all());
  }

  /** Returns the user as it was written. */
  public synchronized Optional<PlannedUser> stored(UserId id) {
    return users.find(id);
  }

  @Override
  public TargetDescription describe() {
    return new TargetDescription("fake", capabilities, BATCH_SIZE, PARALLELISM);
  }

  @Override
  public synchronized List<String> notices() {
    return notices;
  }

  @Override
  public synchronized Readiness check() {
    return readiness;
  }

  @Override
  public synchronized List<ProvisionStep> provision(ProvisionRequest request) {
    return request.equals(provisioned)
        ? List.of()
        : List.of(new Provision(request, this::provisioned));
  }

  @Override
  public synchronized List<WriteOutcome> write(List<PlannedUser> batch) {
    if (batch.size() > BATCH_SIZE) {
      throw new IllegalArgumentException(
          batch.size() + " users were written at once; at most " + BATCH_SIZE + " are taken.");
    }
    if (troubles.putOff()) {
      return batch.stream().map(user -> troubles.writeLater(user.id())).toList();
    }
    List<WriteOutcome> outcomes = new ArrayList<>();
    batch.forEach(user -> outcomes.add(one.write(user)));
    return outcomes;
  }

  @Override
  public synchronized List<WriteOutcome> foretell(List<PlannedUser> batch) {
    return troubles.putOff()
        ? batch.stream().map(user -> troubles.writeLater(user.id())).toList()
        : batch.stream().map(one::foretell).toList();
  }

  @Override
  public synchronized List<UpdateOutcome> update(List<PlannedUpdate> users, SourceNames names) {
    if (!capabilities.contains(TargetCapability.UPDATES)) {
      return Target.super.update(users, names);
    }
    if (troubles.putOff()) {
      return users.stream().map(user -> troubles.updateLater(user.id())).toList();
    }
    List<UpdateOutcome> outcomes = new ArrayList<>();
    users.forEach(user -> outcomes.add(one.update(user, names)));
    return outcomes;
  }

  @Override
  public synchronized List<UpdateOutcome> remove(List<UserId> ids) {
    if (!capabilities.contains(TargetCapability.REMOVES)) {
      return Target.super.remove(ids);
    }
    if (troubles.putOff()) {
      return ids.stream().map(troubles::updateLater).toList();
    }
    List<UpdateOutcome> outcomes = new ArrayList<>();
    ids.forEach(id -> outcomes.add(one.remove(id)));
    return outcomes;
  }

  @Override
  public synchronized Optional<TargetUser> find(UserId id) {
    return stored(id).map(passwords::found);
  }

  @Override
  public synchronized List<Optional<StoredUser>> read(List<UserId> ids) {
    if (!capabilities.contains(TargetCapability.READS_BACK)) {
      return Target.super.read(ids);
    }
    return ids.stream().map(id -> stored(id).map(passwords::read)).toList();
  }

  @Override
  public synchronized List<UserId> awaiting(Optional<UserId> after, int limit) {
    if (!capabilities.contains(TargetCapability.READS_BACK)) {
      return Target.super.awaiting(after, limit);
    }
    return users.all().stream()
        .filter(user -> passwords.found(user).awaitsFirstLogin())
        .map(PlannedUser::id)
        .filter(id -> after.map(last -> id.compareTo(last) > 0).orElse(true))
        .sorted()
        .limit(limit)
        .toList();
  }

  /** Changes a user without Sluice's knowledge. */
  public synchronized void tamper(PlannedUser user) {
    users.tamper(user);
  }

  /** Loses a user, as a restore from an older state does. */
  public synchronized void lose(UserId id) {
    users.remove(id);
    passwords.forget(id);
  }

  @Override
  public void close() {}

  private synchronized void provisioned(ProvisionRequest request) {
    provisioned = request;
  }
}
