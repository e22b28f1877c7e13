package dev.sluice.app.report;

import dev.sluice.migration.ledger.Ledger;
import dev.sluice.migration.ledger.LedgerEntry;
import dev.sluice.migration.user.UserId;
import java.util.List;
import java.util.Optional;

/** Finds users in the ledger by whatever a person has at hand. */
public final class UserLookup {
  private UserLookup() {}

  /** The user with this id, otherwise all users with this login; at most 10. */
  public static List<LedgerEntry> in(Ledger ledger, String loginOrId) {
    if (loginOrId.isBlank() || loginOrId.length() > 255) {
      return List.of();
    }
    Optional<LedgerEntry> byId = ledger.find(new UserId(loginOrId));
    return byId.isPresent() ? List.of(byId.get()) : ledger.findByLogin(loginOrId);
  }
}
