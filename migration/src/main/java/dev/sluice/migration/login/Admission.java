package dev.sluice.migration.login;

import static dev.sluice.api.source.NoVerdictReason.NOT_MOVABLE;
import static dev.sluice.api.source.NoVerdictReason.SOURCE_UNAVAILABLE;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LoginKey;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.PoolLogins;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.Standing;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.mapping.Planned;
import dev.sluice.migration.mapping.Rejection;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.owner.LoginOwners;
import dev.sluice.migration.segment.Opening;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what the target is told about a user who has just proven the password. */
final class Admission {
  private final Ledger ledger;
  private final UserSource source;
  private final Opening opening;
  private final InstantSource clock;
  private UserMapping mapping;
  private boolean poolIsKnown;

  Admission(
      Ledger ledger, UserSource source, UserMapping mapping, Opening opening, InstantSource clock) {
    this.ledger = ledger;
    this.source = source;
    this.mapping = mapping;
    this.opening = opening;
    this.clock = clock;
  }

  /** Returns whether every user's password may move now, whatever the profile says. */
  boolean admitsEverybody() {
    return opening.segments().isEmpty();
  }

  FirstLoginAnswer of(
      FirstLoginRequest request,
      UserRecord user,
      Set<RequiredAction> then,
      @Nullable FactorAsked factor) {
    Optional<FirstLoginAnswer> refusal = ledger.find(user.id()).flatMap(FirstLogin::refusal);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!opening.admits(user, clock.instant())) {
      return new FirstLoginAnswer.NotYet(opening.oldSystem());
    }
    UserMapping ofPool;
    try {
      ofPool = mapping();
    } catch (SourceException unreadable) {
      return FirstLogin.none(SOURCE_UNAVAILABLE, FirstLogin.message(unreadable));
    }
    ledger.see(FirstLogin.WHO, List.of(UserIdentifiers.of(user)));
    return switch (ofPool.plan(user)) {
      case Planned(PlannedUser planned) ->
          new FirstLoginAnswer.Proven(
              claiming(request.login(), planned, user, ofPool.logins()), then, factor);
      case Rejection rejection -> {
        ledger.move(FirstLogin.WHO, Change.rejected(user.id(), rejection.detail()));
        yield FirstLogin.none(NOT_MOVABLE, rejection.detail());
      }
    };
  }

  /**
   * The source has just said whose login was typed: nobody has a better claim to it. Whoever moves
   * now must not take along an address that is another's: the target would keep it for good.
   */
  private PlannedUser claiming(
      String typed, PlannedUser planned, UserRecord user, PoolLogins logins) {
    Standing standing =
        LoginKey.sameInAnyCase(planned.email(), typed) ? Standing.BEST : Standing.of(user);
    PlannedUser claiming = new LoginOwners(ledger, logins).claiming(planned, standing);
    return claiming.emailClaim() == EmailClaim.YIELD ? claiming.withoutEmail() : claiming;
  }

  /** The pool's description does not change while it exists, so it is read once. */
  private synchronized UserMapping mapping() {
    if (!poolIsKnown) {
      mapping = mapping.of(source.describe().logins());
      poolIsKnown = true;
    }
    return mapping;
  }
}
