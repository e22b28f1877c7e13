package dev.sluice.migration.bulk;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.DeferredUsers;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.run.ProfileWriting.Contested;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Defers profiles that have an account at another provider or came from one, and those whose login
 * another user has at the target. The pool returns profiles in any order, so only when all are read
 * is it known whether a profile's person has another one. Profiles that need nothing any more are
 * deferred too, because others may be the same person.
 *
 * <p>A target that cannot take a login away again gets nobody before all are known: there everybody
 * is deferred.
 */
final class DeferDoubtful implements BatchFilter {
  private final DeferredUsers deferred;
  private final boolean loginsAreFinal;

  /**
   * @param loginsAreFinal whether the target cannot take a login away from a user again
   */
  DeferDoubtful(DeferredUsers deferred, boolean loginsAreFinal) {
    this.deferred = deferred;
    this.loginsAreFinal = loginsAreFinal;
  }

  @Override
  public Sorted sort(List<UserRecord> batch, Set<UserId> claimed) {
    List<UserRecord> linked = batch.stream().filter(this::isDoubtful).toList();
    deferred.put(linked);
    List<UserRecord> write =
        batch.stream().filter(user -> !isDoubtful(user) && claimed.contains(user.id())).toList();
    return new Sorted(write, Map.of(), List.of(), batch.size(), ids(linked));
  }

  /** Claims nothing: users who are still to be read may have the same address. */
  @Override
  public PlannedUser claiming(PlannedUser planned, UserRecord user) {
    return planned;
  }

  /** Defers them until it is known who else has the same login. */
  @Override
  public List<Change> decide(List<Contested> contested) {
    deferred.put(contested.stream().map(Contested::user).toList());
    return List.of();
  }

  private static Set<UserId> ids(List<UserRecord> users) {
    return users.stream().map(UserRecord::id).collect(Collectors.toSet());
  }

  /** The target is in charge of a profile that a provider created, as soon as it has it. */
  private boolean isDoubtful(UserRecord user) {
    return loginsAreFinal
        || !user.identities().isEmpty()
        || user.status() == SourceStatus.EXTERNAL_PROVIDER;
  }
}
