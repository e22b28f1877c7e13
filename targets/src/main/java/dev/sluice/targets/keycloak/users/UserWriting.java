package dev.sluice.targets.keycloak.users;

import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes users batch by batch. A batch that is too large, or at which Keycloak itself fails, is
 * written in halves, down to the one user who is the cause.
 */
public final class UserWriting {
  /**
   * After so many failures in a row, the cause is not one user: a user in 1,000 is alone after 11.
   */
  private static final int MOST_FAILURES = 20;

  private final KeycloakApi api;
  private final SlowWriting slowWriting;
  private final Runnable requireExtension;
  private final String path;
  private final List<PlannedUser> users;
  private final Deque<UserBatch> left;
  private final List<WriteOutcome> outcomes = new ArrayList<>();
  private final List<UserBatch> failing = new ArrayList<>();
  private boolean anyTaken;
  private int failures;

  /**
   * @param requireExtension throws if the extension is not there
   * @param path the extension's path below the realm
   */
  public UserWriting(
      KeycloakApi api,
      SlowWriting slowWriting,
      Runnable requireExtension,
      String path,
      List<PlannedUser> users) {
    this.api = api;
    this.slowWriting = slowWriting;
    this.requireExtension = requireExtension;
    this.path = path;
    this.users = users;
    this.left = new ArrayDeque<>(UserBatch.cut(users));
  }

  /**
   * Returns an outcome for each user.
   *
   * @throws dev.sluice.api.target.TargetException if another try would not help; what was written
   *     is there, and is written again without harm
   */
  public List<WriteOutcome> run() {
    while (!left.isEmpty()) {
      try {
        outcomes.addAll(next());
      } catch (TroubleException e) {
        if (e.isLasting()) {
          throw e.asTargetException();
        }
        if (!narrow(e)) {
          left.addAll(failing);
          failing.clear();
          left.forEach(batch -> outcomes.addAll(batch.allLater(e)));
          left.clear();
        }
      }
    }
    failing.forEach(batch -> outcomes.addAll(again(batch)));
    return inOrder();
  }

  /** Tries a user at whom Keycloak failed once more, now that it has taken others. */
  private List<WriteOutcome> again(UserBatch batch) {
    left.addFirst(batch);
    try {
      return next();
    } catch (TroubleException e) {
      if (e.isLasting()) {
        throw e.asTargetException();
      }
      return e.status() == 500 && anyTaken ? batch.allFailing() : batch.allLater(e);
    } finally {
      left.clear();
    }
  }

  private List<WriteOutcome> inOrder() {
    // A user that is in the batch twice has two outcomes, in order.
    Map<UserId, Deque<WriteOutcome>> byId = new HashMap<>();
    outcomes.forEach(
        each -> byId.computeIfAbsent(each.id(), _ -> new ArrayDeque<>()).addLast(each));
    return users.stream()
        .map(user -> Objects.requireNonNull(byId.get(user.id())).removeFirst())
        .toList();
  }

  /**
   * Replaces the batch at which Keycloak failed by its halves, or sets a single user aside.
   *
   * @return false if it would not help
   */
  private boolean narrow(TroubleException trouble) {
    failures++;
    if (trouble.status() != 500 || failures > MOST_FAILURES) {
      return false;
    }
    UserBatch batch = left.removeFirst();
    if (!batch.isOneUser()) {
      batch.halves().reversed().forEach(left::addFirst);
      return true;
    }
    failing.add(batch);
    return true;
  }

  /** Removes the first batch once it has outcomes, or replaces it with its halves. */
  private List<WriteOutcome> next() throws TroubleException {
    UserBatch batch = left.getFirst();
    if (batch.isTooLarge()) {
      return left.removeFirst().allTooLarge();
    }
    Answer answer = api.post(api.realm(path), batch.request());
    left.removeFirst();
    if (answer.tooLarge()) {
      if (batch.isOneUser()) {
        return batch.allTooLarge();
      }
      batch.halves().reversed().forEach(left::addFirst);
      return List.of();
    }
    if (answer.missing()) {
      requireExtension.run();
    }
    var body = answer.expectOk().body();
    slowWriting.see(body);
    anyTaken = true;
    failures = 0;
    return batch.outcomes(body);
  }
}
