package dev.sluice.migration.login;

import static dev.sluice.api.source.NoVerdictReason.LEDGER_UNAVAILABLE;
import static dev.sluice.api.source.NoVerdictReason.MISCONFIGURED;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_THROTTLED;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_TIMED_OUT;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_UNAVAILABLE;
import static dev.sluice.api.source.NoVerdictReason.TOO_MANY_ATTEMPTS;
import static dev.sluice.api.source.RefusalReason.ALREADY_MOVED;
import static dev.sluice.api.source.RefusalReason.DISABLED;
import static dev.sluice.api.source.RefusalReason.RESET_REQUIRED;
import static dev.sluice.api.source.RefusalReason.UNKNOWN_USER;
import static dev.sluice.api.source.RefusalReason.WRONG_PASSWORD;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.attempt.AttemptLimit;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.api.source.PasswordCheck;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.source.Verdict;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.segment.Opening;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Decides a first login: whether the source may be asked, what its answer proves, and what the
 * target is told. A user does not move by an answer alone; {@link Settlement} records the move once
 * the target has its own hash.
 */
public final class FirstLogin {
  /** The author of a change, in the history. */
  static final String WHO = "gateway";

  private static final Duration SOON = Duration.ofSeconds(5);

  private final Ledger ledger;
  private final UserSource source;
  private final PasswordCheck check;
  private final MigrationMode mode;
  private final AttemptLimit limit;
  private final AttemptsOfAPerson attempts;
  private final Admission admission;

  /**
   * @param opening whose passwords may move now
   */
  public FirstLogin(
      Ledger ledger,
      UserSource source,
      PasswordCheck check,
      UserMapping mapping,
      AttemptLimit limit,
      Opening opening,
      InstantSource clock) {
    this(ledger, source, check, mapping, limit, opening, clock, Thread::startVirtualThread);
  }

  /**
   * @param aside runs what no answer waits for
   */
  FirstLogin(
      Ledger ledger,
      UserSource source,
      PasswordCheck check,
      UserMapping mapping,
      AttemptLimit limit,
      Opening opening,
      InstantSource clock,
      Executor aside) {
    this.ledger = ledger;
    this.source = source;
    this.check = check;
    this.mode = mapping.mode();
    this.limit = limit;
    this.attempts = new AttemptsOfAPerson(ledger, source, limit, aside);
    this.admission = new Admission(ledger, source, mapping, opening, clock);
  }

  /**
   * Answers a first login. Throws nothing that the ledger, the source or the network does.
   *
   * @param budget how long the whole answer may take; when it is used up nothing was proven
   */
  public FirstLoginAnswer answer(FirstLoginRequest request, Duration budget) {
    TimeLeft left = new TimeLeft(budget);
    return Budget.within(budget, () -> decide(request, left))
        .orElseGet(() -> none(SOURCE_TIMED_OUT, "No answer within " + budget.toMillis() + " ms."));
  }

  /**
   * Answers the second step of a first login, the factor that the source asked for. Throws nothing
   * that the ledger, the source or the network does.
   *
   * @param budget how long the whole answer may take
   */
  public FactorAnswer answer(FactorRequest request, Duration budget) {
    return new FactorStep(check, limit).answer(request, budget);
  }

  private FirstLoginAnswer decide(FirstLoginRequest request, TimeLeft left) {
    if (!mode.asksForPasswords()) {
      return new FirstLoginAnswer.Refused(RESET_REQUIRED);
    }
    Optional<Duration> busy = check.busy(left.forTheSource());
    if (busy.isPresent()) {
      return new FirstLoginAnswer.None(
          SOURCE_THROTTLED, busy.get(), "More logins wait than the source's quota takes.");
    }
    try {
      List<LedgerEntry> known = known(request);
      Optional<FirstLoginAnswer> settled = settledAlready(request, known);
      return settled.isPresent() ? settled.get() : ask(request, known, left);
    } catch (LedgerException unreadable) {
      return none(LEDGER_UNAVAILABLE, message(unreadable));
    }
  }

  private List<LedgerEntry> known(FirstLoginRequest request) {
    if (request.id() != null) {
      return ledger.find(request.id()).stream().toList();
    }
    return TypedLogin.isNobodys(request.login())
        ? List.of()
        : withoutMerged(
            ledger.findByLogin(request.login()).stream()
                .filter(entry -> entry.state() != MigrationState.GONE)
                .toList());
  }

  /** Drops merged profiles where the profile that stands for the same person is present. */
  private static List<LedgerEntry> withoutMerged(List<LedgerEntry> found) {
    List<LedgerEntry> others =
        found.stream().filter(entry -> entry.state() != MigrationState.MERGED).toList();
    return others.isEmpty() ? found : others;
  }

  /** Answers without asking the source, when it is in charge of none of these users. */
  private static Optional<FirstLoginAnswer> settledAlready(
      FirstLoginRequest request, List<LedgerEntry> known) {
    if (request.id() != null && known.stream().anyMatch(FirstLogin::mustSetPassword)) {
      // After a close that was taken back, the target still links users who came while it lasted.
      return Optional.of(new FirstLoginAnswer.Refused(RESET_REQUIRED));
    }
    if (request.id() != null && known.stream().anyMatch(FirstLogin::hasMoved)) {
      // The target asks by id about users who have not moved, so either the target or the ledger
      // was restored from a backup.
      return Optional.of(
          none(
              MISCONFIGURED,
              "The target asks about user "
                  + request.id()
                  + ", who has moved according to the"
                  + " ledger."));
    }
    List<FirstLoginAnswer> refusals =
        known.stream().map(FirstLogin::refusal).flatMap(Optional::stream).toList();
    return !refusals.isEmpty() && refusals.size() == known.size()
        ? Optional.of(refusals.getFirst())
        : Optional.empty();
  }

  private static boolean mustSetPassword(LedgerEntry entry) {
    return hasMoved(entry) && entry.by() == MovedBy.FORCED;
  }

  private static boolean hasMoved(LedgerEntry entry) {
    return entry.state() == MigrationState.MIGRATED;
  }

  static Optional<FirstLoginAnswer> refusal(LedgerEntry entry) {
    return switch (entry.state()) {
      case MIGRATED -> Optional.of(new FirstLoginAnswer.Refused(ALREADY_MOVED));
      case GONE, MERGED -> Optional.of(new FirstLoginAnswer.Refused(UNKNOWN_USER));
      case DISCOVERED, IMPORTED, REJECTED, LEFT -> Optional.empty();
    };
  }

  private FirstLoginAnswer ask(FirstLoginRequest request, List<LedgerEntry> known, TimeLeft left) {
    if (known.isEmpty() && TypedLogin.isNobodys(request.login())) {
      return new FirstLoginAnswer.Refused(WRONG_PASSWORD);
    }
    String counted = attempts.countedFor(known, request.login());
    Optional<Duration> wait = limit.take(counted);
    if (wait.isPresent()) {
      return new FirstLoginAnswer.None(
          TOO_MANY_ATTEMPTS, wait.get(), "Too many wrong passwords for one login.");
    }
    boolean ours = request.id() != null && known.size() == 1;
    String login = ours ? known.getFirst().username() : request.login();
    return switch (verdict(request, login, counted, left)) {
      case Verdict.Proven proven -> {
        settle(counted, proven);
        yield isThere(request, known, proven)
            ? new FirstLoginAnswer.ProvenThere(known.getFirst().id())
            : proven(request, proven, left);
      }
      case Verdict.Refused refused -> {
        if (refused.reason() == WRONG_PASSWORD) {
          attempts.wrong(known, request.login());
        } else {
          GivenBack.attempt(limit, counted);
        }
        yield new FirstLoginAnswer.Refused(refused.reason());
      }
      case Verdict.NoVerdict none -> {
        GivenBack.attempt(limit, counted);
        yield new FirstLoginAnswer.None(
            none.reason(), none.retryAfter() == null ? SOON : none.retryAfter(), none.detail());
      }
    };
  }

  /** The pace of checks is in the ledger too: without it the source was not asked. */
  private Verdict verdict(FirstLoginRequest request, String login, String counted, TimeLeft left) {
    try {
      return check.check(
          new PasswordAttempt(
              login, request.password(), request.ip(), request.userAgent(), left.forTheSource()));
    } catch (LedgerException noTurn) {
      GivenBack.attempt(limit, counted);
      throw noTurn;
    }
  }

  /** If a code is still to come, the password is no success yet and allows no more attempts. */
  private void settle(String counted, Verdict.Proven proven) {
    if (proven.challenge() == null) {
      limit.clear(counted);
    } else {
      GivenBack.attempt(limit, counted);
    }
  }

  /**
   * Returns whether the source need not be asked anything more: the target has the user, and the
   * proof says who it is. What has changed in the source's profile is left to {@code sluice sync}.
   */
  private boolean isThere(
      FirstLoginRequest request, List<LedgerEntry> known, Verdict.Proven proven) {
    return proven.isAll()
        && admission.admitsEverybody()
        && proven.id() != null
        && proven.id().equals(request.id())
        && known.size() == 1
        && known.getFirst().state() == MigrationState.IMPORTED;
  }

  private FirstLoginAnswer proven(FirstLoginRequest request, Verdict.Proven proven, TimeLeft left) {
    Optional<UserRecord> found;
    try {
      found = source.find(proven, left.forTheSource());
    } catch (SourceException unreadable) {
      return none(SOURCE_UNAVAILABLE, message(unreadable));
    }
    if (found.isEmpty()) {
      return none(SOURCE_UNAVAILABLE, "The password was proven, but the user cannot be read.");
    }
    UserRecord user = found.get();
    if (proven.id() != null && !proven.id().equals(user.id())) {
      return none(MISCONFIGURED, "The source proved one user but returned another.");
    }
    if (request.id() != null && !request.id().equals(user.id())) {
      return new FirstLoginAnswer.Refused(WRONG_PASSWORD);
    }
    if (cannotBeAsked(proven)) {
      // Requiring a new factor would let a user who has an old one in with the password alone.
      return none(
          MISCONFIGURED, "The source asked for a second factor in a way that cannot be answered.");
    }
    return user.enabled()
        ? admission.of(request, user, obligations(proven), asked(user, proven))
        : new FirstLoginAnswer.Refused(DISABLED);
  }

  private static boolean cannotBeAsked(Verdict.Proven proven) {
    return switch (proven.factor()) {
      case NONE, SETUP -> false;
      case TOTP, SMS, EMAIL, CHOICE, DEVICE -> proven.challenge() == null;
    };
  }

  private static @Nullable FactorAsked asked(UserRecord user, Verdict.Proven proven) {
    return proven.challenge() == null ? null : new FactorAsked(user.id(), proven.challenge());
  }

  private static Set<RequiredAction> obligations(Verdict.Proven proven) {
    Set<RequiredAction> then = EnumSet.noneOf(RequiredAction.class);
    if (proven.temporary()) {
      then.add(RequiredAction.NEW_PASSWORD);
    }
    if (proven.factor() != SecondFactor.NONE) {
      then.add(RequiredAction.SECOND_FACTOR);
    }
    return then;
  }

  static FirstLoginAnswer none(NoVerdictReason reason, String detail) {
    return new FirstLoginAnswer.None(reason, SOON, detail);
  }

  static String message(RuntimeException problem) {
    return String.valueOf(problem.getMessage());
  }
}
