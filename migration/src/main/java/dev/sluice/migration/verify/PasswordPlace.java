package dev.sluice.migration.verify;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.user.RequiredAction;
import java.util.Optional;

/** Compares where a user's password is with where the ledger says it is. */
final class PasswordPlace {
  private static final String FIELD = "password";
  private static final String AT_SOURCE = "moves at the first login";
  private static final String AT_TARGET = "at the target";
  private static final String NONE = "none";

  private PasswordPlace() {}

  /** Returns how the two differ; empty when they do not. */
  static Optional<FieldDifference> difference(
      LedgerEntry entry, StoredUser found, MigrationMode mode) {
    if (entry.state() != MigrationState.MIGRATED) {
      if (!mode.asksForPasswords() && !found.hasPassword()) {
        // Nobody asks Cognito any more: linked or not, the user sets a new password.
        return Optional.empty();
      }
      return found.awaitsFirstLogin() && !found.hasPassword()
          ? Optional.empty()
          : Optional.of(FieldDifference.of(FIELD, AT_SOURCE, place(found)));
    }
    if (entry.by() == MovedBy.FORCED) {
      boolean mustSetOne = found.obligations().contains(RequiredAction.NEW_PASSWORD);
      return mustSetOne || found.hasPassword()
          ? Optional.empty()
          : Optional.of(FieldDifference.of(FIELD, "must be set again", place(found)));
    }
    return found.awaitsFirstLogin()
        ? Optional.of(FieldDifference.of(FIELD, movedTo(entry), place(found)))
        : Optional.empty();
  }

  private static String movedTo(LedgerEntry entry) {
    return entry.by() == MovedBy.FEDERATED ? NONE : AT_TARGET;
  }

  private static String place(StoredUser found) {
    if (found.awaitsFirstLogin()) {
      return found.hasPassword() ? AT_TARGET + ", and " + AT_SOURCE : AT_SOURCE;
    }
    return found.hasPassword() ? AT_TARGET : NONE;
  }
}
