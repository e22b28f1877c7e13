package dev.sluice.migration.login;

import static dev.sluice.api.source.NoVerdictReason.LEDGER_UNAVAILABLE;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_TIMED_OUT;
import static dev.sluice.api.source.NoVerdictReason.TARGET_UNAVAILABLE;

import dev.sluice.api.ledger.Assumptions;
import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.login.AskedLogin;
import dev.sluice.api.target.login.HookReply;
import dev.sluice.api.target.login.LoginHook;
import dev.sluice.api.user.UserId;
import java.time.Duration;
import java.util.Optional;

/**
 * A first login that the target asks about in its own protocol. A yes is in the ledger before it is
 * sent, because the target will not report what it has made of it.
 */
public final class HookedLogin {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final FirstLogin firstLogin;
  private final WithoutFactor withoutFactor;
  private final Assumptions assumptions;
  private final LoginHook hook;

  public HookedLogin(FirstLogin firstLogin, Assumptions assumptions, LoginHook hook) {
    this.firstLogin = firstLogin;
    this.withoutFactor = new WithoutFactor(assumptions);
    this.assumptions = assumptions;
    this.hook = hook;
  }

  /** Returns the hook whose logins these are. */
  public LoginHook hook() {
    return hook;
  }

  /**
   * Answers a first login. Throws nothing that the ledger, the source, the target or the network
   * does.
   *
   * @param budget how long it may take; when it is used up nothing was proven
   */
  public HookedAnswer answer(AskedLogin asked, Duration budget) {
    long begun = System.nanoTime();
    FirstLoginAnswer answer = withoutFactor.of(firstLogin.answer(request(asked), budget));
    if (answer instanceof FirstLoginAnswer.Proven proven) {
      Duration left = budget.minusNanos(System.nanoTime() - begun);
      return Budget.within(left, () -> yes(asked, proven))
          .orElseGet(
              () -> nothing(SOURCE_TIMED_OUT, "No yes within " + budget.toMillis() + " ms."));
    }
    return new HookedAnswer(answer, reply(answer), Optional.empty());
  }

  static FirstLoginRequest request(AskedLogin asked) {
    return new FirstLoginRequest(
        asked.login(), null, asked.password(), asked.ip(), asked.userAgent());
  }

  private HookReply reply(FirstLoginAnswer answer) {
    return switch (answer) {
      case FirstLoginAnswer.Refused _ -> hook.no();
      case FirstLoginAnswer.NotYet _, FirstLoginAnswer.None _ -> hook.nothingProven();
      case FirstLoginAnswer.Proven _, FirstLoginAnswer.ProvenThere _ ->
          throw new IllegalStateException("A yes must go through" + " the hook.");
    };
  }

  private HookedAnswer yes(AskedLogin asked, FirstLoginAnswer.Proven proven) {
    UserId user = proven.user().id();
    try {
      HookReply reply = hook.yes(asked, Owing.user(proven));
      return assumptions.assume(FirstLogin.WHO, user)
          ? new HookedAnswer(proven, reply, Optional.of(user))
          : nothing(
              LEDGER_UNAVAILABLE, "Another process was faster: user " + user + " cannot move.");
    } catch (TargetException unreachable) {
      return nothing(TARGET_UNAVAILABLE, String.valueOf(unreachable.getMessage()));
    } catch (LedgerException unwritable) {
      return nothing(LEDGER_UNAVAILABLE, String.valueOf(unwritable.getMessage()));
    }
  }

  private HookedAnswer nothing(NoVerdictReason reason, String detail) {
    return new HookedAnswer(
        new FirstLoginAnswer.None(reason, SOON, detail), hook.nothingProven(), Optional.empty());
  }
}
