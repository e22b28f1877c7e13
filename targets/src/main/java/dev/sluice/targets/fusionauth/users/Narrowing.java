package dev.sluice.targets.fusionauth.users;

import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.fusionauth.api.FusionAuthErrors;
import dev.sluice.targets.fusionauth.users.Importer.Attempt;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Imports users, although an import takes all of them or none, fails for users already there, and
 * answers with one status.
 *
 * <p>It first tries all users at once, which is fastest. If that is refused, it leaves out users
 * already there; if none are, it asks FusionAuth what is wrong. Users that FusionAuth seems to name
 * are tried alone; if it names none, each half is tried. So a user is refused only after an import
 * of that user alone.
 */
final class Narrowing {
  /**
   * This many failures in succession are FusionAuth's own: halving cannot need more for one user.
   */
  private static final int FAILURES_IN_A_ROW = 16;

  /** Some users and how they are tried. */
  private record Part(List<ImportUser> users, boolean explained) {
    boolean isOneUser() {
      return users.size() == 1;
    }
  }

  /**
   * A user on which FusionAuth failed.
   *
   * @param before the number of imports that had succeeded by then
   */
  private record FailedAlone(ImportUser user, TroubleException trouble, int before) {}

  private final Importer importer;
  private final Deque<Part> left = new ArrayDeque<>();
  private final Map<UserId, WriteOutcome> outcomes = new HashMap<>();
  private final Deque<FailedAlone> failedAlone = new ArrayDeque<>();
  private @Nullable ImportUser lastDone;
  private int failuresInARow;
  private int successes;

  private Narrowing(Importer importer) {
    this.importer = importer;
  }

  /** Returns an outcome for each user; the list must have no user twice. */
  static Map<UserId, WriteOutcome> run(List<ImportUser> users, Importer importer) {
    Narrowing narrowing = new Narrowing(importer);
    Rounds.of(users).forEach(round -> narrowing.left.addLast(new Part(round, false)));
    narrowing.run();
    return narrowing.outcomes;
  }

  private void run() {
    try {
      while (!left.isEmpty()) {
        next();
      }
      tryFailedAgain();
    } catch (TroubleException trouble) {
      left.forEach(part -> part.users().forEach(user -> later(user, trouble)));
      failedAlone.forEach(failed -> later(failed.user(), trouble));
    }
  }

  /**
   * Handles the first part, which stays at the head until its outcomes are known: a trouble leaves
   * it there.
   */
  private void next() throws TroubleException {
    Part part = left.getFirst();
    Attempt attempt = importer.bring(part.users(), part.explained());
    switch (attempt) {
      case Attempt.Done _ -> {
        left.removeFirst();
        succeeded(part.users());
      }
      case Attempt.TooLarge _ -> {
        left.removeFirst();
        if (part.isOneUser()) {
          refuse(part.users().getFirst(), Refusals.tooLarge());
        } else {
          halve(part);
        }
      }
      case Attempt.Refused(Answer answer) -> refused(part, answer);
      case Attempt.Failed(TroubleException trouble) -> failed(part, trouble);
    }
  }

  private void succeeded(List<ImportUser> users) {
    successes++;
    lastDone = users.getFirst();
    failuresInARow = 0;
    users.forEach(
        user -> outcomes.put(user.id(), new WriteOutcome.Created(user.id(), user.yieldsEmail())));
  }

  private void refused(Part part, Answer answer) throws TroubleException {
    failuresInARow = 0;
    if (leftOutThoseWhoAreThere(part)) {
      return;
    }
    left.removeFirst();
    if (!part.explained()) {
      left.addFirst(new Part(part.users(), true));
    } else if (part.isOneUser()) {
      refuse(part.users().getFirst(), answer);
    } else {
      singleOut(part, Hints.of(FusionAuthErrors.read(answer.body()), part.users()));
    }
  }

  /** Handles a failure; without validation of the request, it may also mean "duplicate". */
  private void failed(Part part, TroubleException trouble) throws TroubleException {
    if (leftOutThoseWhoAreThere(part)) {
      return;
    }
    if (part.explained() && ++failuresInARow > FAILURES_IN_A_ROW) {
      throw trouble;
    }
    left.removeFirst();
    if (!part.explained()) {
      left.addFirst(new Part(part.users(), true));
    } else if (part.isOneUser()) {
      failedAlone.addLast(new FailedAlone(part.users().getFirst(), trouble, successes));
    } else {
      halve(part);
    }
  }

  /**
   * Finds users already there, before FusionAuth is asked what is wrong and again before a user is
   * refused.
   */
  private boolean leftOutThoseWhoAreThere(Part part) throws TroubleException {
    if (part.explained() && !part.isOneUser()) {
      return false;
    }
    Set<ImportUser> present = importer.present(part.users());
    if (present.isEmpty()) {
      return false;
    }
    left.removeFirst();
    present.forEach(user -> outcomes.put(user.id(), new WriteOutcome.AlreadyThere(user.id())));
    List<ImportUser> others =
        part.users().stream().filter(user -> !present.contains(user)).toList();
    if (!others.isEmpty()) {
      left.addFirst(new Part(others, part.explained()));
    }
    return true;
  }

  private void singleOut(Part part, Set<ImportUser> named) {
    if (named.isEmpty()) {
      halve(part);
      return;
    }
    List<ImportUser> others = part.users().stream().filter(user -> !named.contains(user)).toList();
    if (!others.isEmpty()) {
      left.addFirst(new Part(others, true));
    }
    part.users().stream()
        .filter(named::contains)
        .forEach(user -> left.addFirst(new Part(List.of(user), true)));
  }

  private void halve(Part part) {
    int half = part.users().size() / 2;
    left.addFirst(new Part(part.users().subList(half, part.users().size()), part.explained()));
    left.addFirst(new Part(part.users().subList(0, half), part.explained()));
  }

  /**
   * Attributes a failure to a user only if FusionAuth takes others afterwards and fails on this one
   * again: what it took before may predate its own failure.
   */
  private void tryFailedAgain() throws TroubleException {
    while (!failedAlone.isEmpty()) {
      FailedAlone failed = failedAlone.getFirst();
      if (failed.before() == successes && !readsImports()) {
        throw failed.trouble();
      }
      ImportUser user = failed.user();
      Attempt again = importer.bring(List.of(user), true);
      failedAlone.removeFirst();
      switch (again) {
        case Attempt.Done _ -> succeeded(List.of(user));
        case Attempt.TooLarge _ -> refuse(user, Refusals.tooLarge());
        case Attempt.Refused(Answer answer) -> refuse(user, answer);
        case Attempt.Failed(TroubleException trouble) -> refuse(user, Refusals.failsAlone(trouble));
      }
    }
  }

  /** Tells whether FusionAuth refuses a user already there, as it does when it works. */
  private boolean readsImports() throws TroubleException {
    return lastDone != null
        && switch (importer.bring(List.of(lastDone), true)) {
          case Attempt.Refused _, Attempt.Done _ -> true;
          case Attempt.TooLarge _, Attempt.Failed _ -> false;
        };
  }

  private void refuse(ImportUser user, Answer answer) {
    outcomes.put(
        user.id(),
        new WriteOutcome.Refused(
            user.id(), Refusals.refused(user, answer), Refusals.isOfALogin(answer)));
  }

  private void refuse(ImportUser user, String problem) {
    outcomes.put(user.id(), new WriteOutcome.Refused(user.id(), problem));
  }

  private void later(ImportUser user, TroubleException trouble) {
    outcomes.put(user.id(), new WriteOutcome.TryLater(user.id(), trouble.after(), trouble.told()));
  }
}
