package dev.sluice.keycloak.login;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * How long the old system has taken of late to refuse a password, so that refusals for which it
 * need not be asked can take as long. Not an average: whoever tries often would see that some
 * refusals vary and others do not. Safe for use by many threads.
 */
final class RefusalTimes {
  /**
   * What a question to Cognito through the gateway usually takes, until there are better figures.
   */
  static final Duration USUAL = Duration.ofMillis(250);

  private static final int KEPT = 64;

  private final Deque<Duration> latest = new ArrayDeque<>();
  private final IntUnaryOperator dice;

  /**
   * @param dice a number from 0 to below what it is given
   */
  RefusalTimes(IntUnaryOperator dice) {
    this.dice = dice;
  }

  /** Remembers what the old system took to refuse one password. */
  synchronized void note(Duration taken) {
    if (latest.size() == KEPT) {
      latest.removeFirst();
    }
    latest.addLast(taken);
  }

  /**
   * What a refusal must still wait. Nothing when its question took as long as one to the old system
   * takes at least; less means that the old system was not asked.
   *
   * @param taken by the question to the gateway; zero when there was none
   */
  synchronized Duration missing(Duration taken) {
    List<Duration> known = latest.isEmpty() ? List.of(USUAL) : new ArrayList<>(latest);
    boolean wasAsked = known.stream().anyMatch(each -> each.compareTo(taken) <= 0);
    return wasAsked ? Duration.ZERO : known.get(dice.applyAsInt(known.size())).minus(taken);
  }
}
