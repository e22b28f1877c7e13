package dev.sluice.migration.assess.reading;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.assess.found.Obstacle;
import dev.sluice.migration.assess.found.Obstacle.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks the target which users it would refuse. Once it does not answer it is not asked again, and a
 * notice says so. Safe for use by many threads.
 */
public final class TargetRules {
  /** What a target says may name the user, and would be told once for each. */
  private static final int PROBLEMS_APART = 100;

  private static final String OTHER_PROBLEMS = "for one of many other reasons";

  private final Target target;
  private final ReadingListener listener;
  private final Set<String> problems = ConcurrentHashMap.newKeySet();
  private volatile boolean answers = true;

  public TargetRules(Target target, ReadingListener listener) {
    this.target = target;
    this.listener = listener;
  }

  /** Returns what stands against those users whom the target would refuse. */
  Map<UserId, Obstacle> against(List<PlannedUser> users) {
    Map<UserId, Obstacle> found = new HashMap<>();
    // An address that another user of the pool has at the target now is given to its owner.
    List<PlannedUser> claiming =
        users.stream().map(user -> user.claiming(EmailClaim.TAKE)).toList();
    int most = target.describe().batchSize();
    for (int from = 0; from < users.size() && answers; from += most) {
      List<PlannedUser> some = claiming.subList(from, Math.min(users.size(), from + most));
      target.foretell(some).forEach(outcome -> add(found, outcome));
    }
    return found;
  }

  private void add(Map<UserId, Obstacle> found, WriteOutcome outcome) {
    switch (outcome) {
      case WriteOutcome.Created _, WriteOutcome.AlreadyThere _ -> {}
      case WriteOutcome.Refused(UserId id, String problem, boolean taken) ->
          found.put(
              id,
              taken
                  ? new Obstacle(Reason.TAKEN_AT_TARGET, "")
                  : new Obstacle(Reason.REFUSED_BY_TARGET, apart(problem)));
      case WriteOutcome.TryLater later -> {
        answers = false;
        listener.noticed(
            "The target did not answer (%s), so not all users that it would refuse are counted: run the same command again."
                .formatted(later.problem()));
      }
    }
  }

  private String apart(String problem) {
    boolean isNew = !problems.contains(problem) && problems.size() >= PROBLEMS_APART;
    if (!isNew) {
      problems.add(problem);
    }
    return isNew ? OTHER_PROBLEMS : problem;
  }
}
