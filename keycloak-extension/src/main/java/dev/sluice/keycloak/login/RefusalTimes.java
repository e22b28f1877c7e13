package dev.sluice.keycloak.login;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Records how long the old system recently took to refuse a password, so that refusals without it
 * can take as long. It draws single times, not an average: repeated attempts would show that some
 * refusals vary and others do not. Thread-safe.
 */
final class RefusalTimes {
  /** The usual time of a question to Cognito through the gateway, until there are measured ones. */
  static final Duration USUAL = Duration.ofMillis(250);

  private static final int KEPT = 64;

  private final Deque<Duration> latest = new ArrayDeque<>();
  private final IntUnaryOperator dice;

  /**
   * @param dice returns a random number from 0 to below its argument
   */
  RefusalTimes(IntUnaryOperator dice) {
    this.dice = dice;
  }

  /** Records the time that the old system took to refuse one password. */
  synchronized void note(Duration taken) {
    if (latest.size() == KEPT) {
      latest.removeFirst();
    }
    latest.addLast(taken);
  }

  /**
   * Returns how long a refusal must still wait: nothing if its question took at least the shortest
   * time of the old system; less means that the old system was not asked.
   *
   * @param taken the time of the question to the gateway; zero if there was none
   */
  synchronized Duration missing(Duration taken) {
    List<Duration> known = latest.isEmpty() ? List.of(USUAL) : new ArrayList<>(latest);
    boolean wasAsked = known.stream().anyMatch(each -> each.compareTo(taken) <= 0);
    return wasAsked ? Duration.ZERO : known.get(dice.applyAsInt(known.size())).minus(taken);
  }
}
