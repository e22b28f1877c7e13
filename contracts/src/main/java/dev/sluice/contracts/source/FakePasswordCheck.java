package dev.sluice.contracts.source;

import dev.sluice.api.source.FactorAttempt;
import dev.sluice.api.source.FactorVerdict;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.api.source.PasswordCheck;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.api.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A password check that knows the passwords it was given and refuses every other, until it is set
 * to give the same verdict to every login.
 */
public final class FakePasswordCheck implements PasswordCheck {
  private record Known(String password, Verdict verdict) {}

  private final Map<String, Known> known = new HashMap<>();
  private final Map<String, FactorVerdict> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private @Nullable Verdict forEverybody;

  /** Lets a login and its password prove a user. */
  public synchronized FakePasswordCheck knows(String login, String password, UserId id) {
    return answers(login, password, new Verdict.Proven(login, id, SecondFactor.NONE, false));
  }

  /** Sets the verdict for a login with this password; any other password is wrong. */
  public synchronized FakePasswordCheck answers(String login, String password, Verdict verdict) {
    known.put(login, new Known(password, verdict));
    return this;
  }

  /**
   * Sets the verdict for an answer in the session with this name; any other is a wrong code.
   *
   * @param answer a code, or the name of the factor that is chosen
   */
  public synchronized FakePasswordCheck answersFactor(
      String session, String answer, FactorVerdict verdict) {
    answers.put(session + " " + answer, verdict);
    return this;
  }

  /** Gives the same verdict whatever is asked; null goes back to what is known. */
  public synchronized void answersAlways(@Nullable Verdict verdict) {
    forEverybody = verdict;
  }

  /**
   * Returns every login that was asked about, in order, by its name or as the second factor of one.
   */
  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public synchronized FactorVerdict answer(FactorAttempt attempt) {
    String session = attempt.challenge().session().reveal();
    String answer =
        switch (attempt.answer()) {
          case FactorAttempt.Answer.Code(var code) -> code.reveal();
          case FactorAttempt.Answer.Choice(var factor) -> factor.name();
        };
    asked.add("second factor of " + attempt.challenge().login());
    return answers.getOrDefault(
        session + " " + answer, new FactorVerdict.Refused(RefusalReason.WRONG_CODE));
  }

  @Override
  public synchronized Verdict check(PasswordAttempt attempt) {
    asked.add(attempt.login());
    if (forEverybody != null) {
      return forEverybody;
    }
    Known one = known.get(attempt.login());
    return one != null && one.password().equals(attempt.password().reveal())
        ? one.verdict()
        : new Verdict.Refused(RefusalReason.WRONG_PASSWORD);
  }
}
