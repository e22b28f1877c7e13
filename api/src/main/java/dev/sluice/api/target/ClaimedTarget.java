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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Any target, held to the capabilities that it claims. It gets only users whose needs it claims to
 * meet, and no more at once than it takes. Every target therefore refuses in the same way what it
 * does not claim, and no target has to do so itself.
 */
public final class ClaimedTarget implements Target {
  private final Target target;

  private ClaimedTarget(Target target) {
    this.target = target;
  }

  /** Holds this target to its claims. Closing one closes the other. */
  public static Target of(Target target) {
    return target instanceof ClaimedTarget ? target : new ClaimedTarget(target);
  }

  @Override
  public TargetDescription describe() {
    return target.describe();
  }

  @Override
  public Readiness check() {
    return target.check();
  }

  @Override
  public List<ProvisionStep> provision(ProvisionRequest request) {
    return target.provision(request);
  }

  @Override
  public List<WriteOutcome> write(List<PlannedUser> users) {
    return split(users, target::write);
  }

  @Override
  public List<WriteOutcome> foretell(List<PlannedUser> users) {
    return split(users, target::foretell);
  }

  private List<WriteOutcome> split(
      List<PlannedUser> users, Function<List<PlannedUser>, List<WriteOutcome>> asked) {
    Set<TargetCapability> claims = claimsFor(users);
    return split(
        users,
        user -> Needs.unmet(Needs.of(user), claims).map(need -> refusedWrite(user.id(), need)),
        asked);
  }

  @Override
  public List<UpdateOutcome> update(List<PlannedUpdate> users, SourceNames names) {
    Set<TargetCapability> claims = claimsFor(users);
    Optional<TargetCapability> updates = Needs.unmet(Set.of(TargetCapability.UPDATES), claims);
    return split(
        users,
        update ->
            updates
                .or(() -> Needs.unmet(Needs.ofProfile(update.user()), claims))
                .map(need -> refusedUpdate(update.id(), need)),
        some -> target.update(some, names));
  }

  @Override
  public List<UpdateOutcome> remove(List<UserId> users) {
    Set<TargetCapability> claims = claimsFor(users);
    Optional<TargetCapability> removes = Needs.unmet(Set.of(TargetCapability.REMOVES), claims);
    return split(users, id -> removes.map(need -> refusedUpdate(id, need)), target::remove);
  }

  @Override
  public List<UpdateOutcome> relink(List<UserId> users) {
    Optional<TargetCapability> relinks =
        Needs.unmet(Set.of(TargetCapability.RELINKS), claimsFor(users));
    return split(users, id -> relinks.map(need -> refusedUpdate(id, need)), target::relink);
  }

  @Override
  public boolean sharesIds() {
    return target.sharesIds();
  }

  @Override
  public Map<UserId, String> elsewhere(List<UserId> users) {
    claimsFor(users);
    return target.elsewhere(users);
  }

  @Override
  public Optional<TargetUser> find(UserId id) {
    return target.find(id);
  }

  @Override
  public List<Optional<StoredUser>> read(List<UserId> ids) {
    requireReadingBack(claimsFor(ids));
    return target.read(ids);
  }

  @Override
  public List<UserId> awaiting(Optional<UserId> after, int limit) {
    requireReadingBack(describe().capabilities());
    return target.awaiting(after, limit);
  }

  @Override
  public StoredUser asStored(PlannedUser user) {
    return target.asStored(user);
  }

  @Override
  public String groupAsStored(String planned) {
    return target.groupAsStored(planned);
  }

  @Override
  public Optional<LoginHook> hook() {
    return target.hook();
  }

  @Override
  public Optional<RelayedLogins> logins() {
    return target.logins();
  }

  @Override
  public List<String> notices() {
    return target.notices();
  }

  @Override
  public BackupMethod backup() {
    return target.backup();
  }

  @Override
  public void close() {
    target.close();
  }

  /**
   * Returns what the target claims now, asked once for a batch, and checks that the batch is not
   * too large.
   */
  private Set<TargetCapability> claimsFor(List<?> users) {
    TargetDescription now = describe();
    if (users.size() > now.batchSize()) {
      throw new IllegalArgumentException(
          users.size() + " users at once, but it takes at most " + now.batchSize() + " are taken.");
    }
    return now.capabilities();
  }

  private static void requireReadingBack(Set<TargetCapability> claims) {
    Needs.unmet(Set.of(TargetCapability.READS_BACK), claims)
        .ifPresent(need -> {
          throw new TargetException(need.refusal());
        });
  }

  private static WriteOutcome refusedWrite(UserId id, TargetCapability need) {
    return new WriteOutcome.Refused(id, need.refusal());
  }

  private static UpdateOutcome refusedUpdate(UserId id, TargetCapability need) {
    return new UpdateOutcome.Refused(id, need.refusal());
  }

  /** Asks the target about the users whom nothing refuses, and answers for all in their order. */
  private static <T, O> List<O> split(
      List<T> users, Function<T, Optional<O>> refusal, Function<List<T>, List<O>> call) {
    List<Optional<O>> refusals = users.stream().map(refusal).toList();
    List<T> taken = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      if (refusals.get(i).isEmpty()) {
        taken.add(users.get(i));
      }
    }
    Iterator<O> answers =
        taken.isEmpty() ? List.<O>of().iterator() : call.apply(List.copyOf(taken)).iterator();
    return refusals.stream().map(refused -> refused.orElseGet(answers::next)).toList();
  }
}
