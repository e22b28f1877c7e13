package dev.sluice.migration.login;

import dev.sluice.api.ledger.Assumptions;
import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps users from logging in with the password alone if they have a second factor at the source,
 * or must have one, and there is no way to ask for it. The reason is in the history, for support to
 * find.
 */
final class WithoutFactor {
  private static final Logger LOG = LoggerFactory.getLogger(WithoutFactor.class);
  private static final String REMARK =
      "not let in: the password is right, but the source asks for a second factor, which the target"
          + " cannot ask for at this login; see docs/targets/ for what to do";

  private final Assumptions assumptions;

  WithoutFactor(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  FirstLoginAnswer of(FirstLoginAnswer answer) {
    if (answer instanceof FirstLoginAnswer.Proven proven
        && proven.then().contains(RequiredAction.SECOND_FACTOR)) {
      remark(proven.user().id());
      return new FirstLoginAnswer.Refused(RefusalReason.SECOND_FACTOR);
    }
    return answer;
  }

  /** The refusal stands, whether or not it can be recorded. */
  private void remark(UserId user) {
    try {
      assumptions.remark(FirstLogin.WHO, user, REMARK);
    } catch (LedgerException unwritable) {
      LOG.warn("Why a user was not let in could not be recorded: {}", unwritable.getMessage());
    }
  }
}
