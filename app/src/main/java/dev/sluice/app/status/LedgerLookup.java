package dev.sluice.app.status;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Optional;

/** Finds users in the ledger by id or login. */
public final class LedgerLookup {
  private LedgerLookup() {}

  /** Returns the user with this id, otherwise all users with this login; at most 10. */
  public static List<LedgerEntry> in(Ledger ledger, String loginOrId) {
    if (loginOrId.isBlank() || loginOrId.length() > 255) {
      return List.of();
    }
    Optional<LedgerEntry> byId = ledger.find(new UserId(loginOrId));
    return byId.isPresent() ? List.of(byId.get()) : ledger.findByLogin(loginOrId);
  }
}
