package dev.sluice.migration.verify;

import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.user.UserRecord;
import org.jspecify.annotations.Nullable;

/**
 * One user as the source, the ledger and the target know it.
 *
 * @param user with groups
 * @param entry null when the ledger does not know the user
 * @param there null when the target does not have the user
 * @param changedSince whether the user has changed since it was last written to the target
 */
record Opinion(
    UserRecord user,
    @Nullable LedgerEntry entry,
    @Nullable StoredUser there,
    boolean changedSince) {

  @Nullable MigrationState state() {
    return entry == null ? null : entry.state();
  }

  Disagreement differs(Disagreement.Kind kind, FieldDifference difference) {
    return new Disagreement(
        user.id(),
        user.username(),
        state(),
        kind,
        difference.field(),
        difference.wanted(),
        difference.found(),
        changedSince);
  }

  Disagreement differs(Disagreement.Kind kind, @Nullable String wanted, @Nullable String found) {
    return differs(kind, FieldDifference.of("user", wanted, found));
  }
}
