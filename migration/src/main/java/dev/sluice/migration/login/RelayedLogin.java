package dev.sluice.migration.login;

import static dev.sluice.api.source.NoVerdictReason.LEDGER_UNAVAILABLE;
import static dev.sluice.api.source.NoVerdictReason.NOT_MOVABLE;
import static dev.sluice.api.source.NoVerdictReason.TARGET_UNAVAILABLE;
import static dev.sluice.api.source.RefusalReason.ALREADY_MOVED;
import static dev.sluice.api.source.RefusalReason.WRONG_PASSWORD;

import dev.sluice.api.ledger.Assumptions;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.SystemOfRecord;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.login.AskedLogin;
import dev.sluice.api.target.login.RelayedAnswer;
import dev.sluice.api.target.login.RelayedLogins;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A login that an application requests from the gateway, because the target cannot ask about
 * passwords. Users who have moved, or were never in the pool, are left to the target. A user who
 * has not moved is proven at the source, gets this password at the target, and is logged in there.
 */
public final class RelayedLogin {
  private static final Logger LOG = LoggerFactory.getLogger(RelayedLogin.class);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final FirstLogin firstLogin;
  private final WithoutFactor withoutFactor;
  private final Ledger ledger;
  private final Assumptions assumptions;
  private final Target target;
  private final RelayedLogins logins;

  public RelayedLogin(
      FirstLogin firstLogin,
      Ledger ledger,
      Assumptions assumptions,
      Target target,
      RelayedLogins logins) {
    this.firstLogin = firstLogin;
    this.withoutFactor = new WithoutFactor(assumptions);
    this.ledger = ledger;
    this.assumptions = assumptions;
    this.target = target;
    this.logins = logins;
  }

  /**
   * Reads what an application asks.
   *
   * @throws IllegalArgumentException when it cannot be read; the message holds nothing of it
   */
  public AskedLogin read(byte[] body) {
    return logins.read(body);
  }

  /**
   * Answers a login. Throws nothing that the ledger, the source, the target or the network does.
   *
   * @param body as the application sent it
   * @param budget how long the source may be asked
   */
  public RelayedLoginAnswer answer(AskedLogin asked, byte[] body, Duration budget) {
    Login login = new Login(asked, body, budget);
    try {
      return decide(login);
    } catch (LedgerException unusable) {
      return none(LEDGER_UNAVAILABLE, unusable.getMessage());
    } catch (TargetException unreachable) {
      return none(TARGET_UNAVAILABLE, unreachable.getMessage());
    }
  }

  /** One login in progress. */
  private static final class Login {
    private final AskedLogin asked;
    private final byte[] body;
    private final Duration budget;

    Login(AskedLogin asked, byte[] body, Duration budget) {
      this.asked = asked;
      this.body = body;
      this.budget = budget;
    }
  }

  private RelayedLoginAnswer decide(Login login) {
    List<LedgerEntry> known =
        TypedLogin.isNobodys(login.asked.login())
            ? List.of()
            : ledger.findByLogin(login.asked.login()).stream()
                .filter(entry -> entry.state() != MigrationState.GONE)
                .toList();
    if (known.isEmpty()) {
      // Counting the logins of users whom only the target knows would lock them out here.
      RelayedAnswer first = logins.login(login.body);
      return first instanceof RelayedAnswer.NotLetIn ? askTheSource(login) : passed(first);
    }
    List<LedgerEntry> waiting = known.stream().filter(RelayedLogin::isWaiting).toList();
    boolean targetsOwn = waiting.stream().map(this::hasMovedAtTarget).toList().contains(true);
    return waiting.isEmpty() || targetsOwn ? passed(logins.login(login.body)) : askTheSource(login);
  }

  private static boolean isWaiting(LedgerEntry entry) {
    return entry.state().systemOfRecord() == SystemOfRecord.SOURCE;
  }

  /**
   * Returns whether the user has set a new password at the target, and so has moved without the
   * ledger knowing.
   */
  private boolean hasMovedAtTarget(LedgerEntry entry) {
    boolean moved = target.find(entry.id()).filter(Confirmations::hasItsOwnPassword).isPresent();
    if (moved) {
      MovedBy by = entry.assumed() == null ? MovedBy.RESET : MovedBy.PASSWORD;
      ledger.move(FirstLogin.WHO, Change.migrated(entry.id(), by));
    }
    return moved;
  }

  private RelayedLoginAnswer askTheSource(Login login) {
    FirstLoginRequest request = HookedLogin.request(login.asked);
    return switch (withoutFactor.of(firstLogin.answer(request, login.budget))) {
      case FirstLoginAnswer.Proven proven -> move(login, Owing.user(proven));
      case FirstLoginAnswer.ProvenThere(UserId id) ->
          throw new IllegalStateException("Nobody asked about the id " + id + ".");
      case FirstLoginAnswer.Refused refused ->
          refused.reason() == ALREADY_MOVED
              ? passed(logins.login(login.body))
              : new RelayedLoginAnswer.Refused(refused.reason());
      case FirstLoginAnswer.NotYet(var oldSystem) -> new RelayedLoginAnswer.NotYet(oldSystem);
      case FirstLoginAnswer.None none ->
          new RelayedLoginAnswer.None(none.reason(), none.retryAfter(), none.detail());
    };
  }

  /**
   * Moves a user. If the process crashes after the password is stored, {@link Confirmations}
   * records the move later.
   */
  private RelayedLoginAnswer move(Login login, PlannedUser user) {
    if (!assumptions.assume(FirstLogin.WHO, user.id())) {
      return passed(logins.login(login.body));
    }
    return switch (logins.store(user, login.asked.password())) {
      case WriteOutcome.Created(UserId id, _) -> {
        settle(id, MovedBy.PASSWORD);
        yield letIn(logins.login(login.body));
      }
      case WriteOutcome.AlreadyThere(UserId id) -> {
        settle(id, MovedBy.RESET);
        yield passed(logins.login(login.body));
      }
      case WriteOutcome.Refused refused -> {
        assumptions.drop(FirstLogin.WHO, user.id(), Instant.MAX, refused.problem());
        yield none(NOT_MOVABLE, refused.problem());
      }
      case WriteOutcome.TryLater later ->
          new RelayedLoginAnswer.None(TARGET_UNAVAILABLE, later.after(), later.problem());
    };
  }

  private void settle(UserId id, MovedBy by) {
    try {
      ledger.move(FirstLogin.WHO, Change.migrated(id, by));
    } catch (LedgerException unwritable) {
      LOG.warn("A user has moved, which is recorded later: {}", unwritable.getMessage());
    }
  }

  /** The password is right, so a target that does not let the user in has not called it wrong. */
  private static RelayedLoginAnswer letIn(RelayedAnswer answer) {
    return answer instanceof RelayedAnswer.NotLetIn
        ? none(TARGET_UNAVAILABLE, "The target stored a password but then did not let the user in.")
        : passed(answer);
  }

  private static RelayedLoginAnswer passed(RelayedAnswer answer) {
    return switch (answer) {
      case RelayedAnswer.Decided decided ->
          new RelayedLoginAnswer.Passed(decided.status(), decided.json());
      case RelayedAnswer.NotLetIn _ -> new RelayedLoginAnswer.Refused(WRONG_PASSWORD);
      case RelayedAnswer.Unavailable(String problem) -> none(TARGET_UNAVAILABLE, problem);
    };
  }

  private static RelayedLoginAnswer none(NoVerdictReason reason, @Nullable String detail) {
    return new RelayedLoginAnswer.None(reason, SOON, String.valueOf(detail));
  }
}
