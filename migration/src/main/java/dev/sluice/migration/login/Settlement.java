package dev.sluice.migration.login;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.UserId;
import java.util.Optional;

/** Records what the target reports to have done. Repeating it does no harm. */
public final class Settlement {
  private final Ledger ledger;

  public Settlement(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Records that the target has its own password hash for a user.
   *
   * @return false when the ledger does not know the user, or has it as gone
   */
  public boolean moved(UserId id, MovedBy by) {
    return ledger.move(FirstLogin.WHO, Change.migrated(id, by))
        || state(id).filter(MigrationState.MIGRATED::equals).isPresent();
  }

  /**
   * Records that the user was deleted at the target.
   *
   * @return false when the ledger does not know the user
   */
  public boolean gone(UserId id) {
    return ledger.move(FirstLogin.WHO, Change.gone(id)) || state(id).isPresent();
  }

  private Optional<MigrationState> state(UserId id) {
    return ledger.find(id).map(LedgerEntry::state);
  }
}
