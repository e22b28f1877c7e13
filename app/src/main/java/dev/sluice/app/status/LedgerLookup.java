package dev.sluice.app.status;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.user.Blanks;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Optional;

/** Finds users in the ledger by id or login. */
public final class LedgerLookup {
  private LedgerLookup() {}

  /**
   * Returns the user with this id, otherwise all users with this login; at most 10. Blanks around
   * it do not count.
   */
  public static List<LedgerEntry> in(Ledger ledger, String typed) {
    String loginOrId = Blanks.cutOff(typed);
    if (loginOrId.isEmpty()
        || loginOrId.length() > 255
        || loginOrId.codePoints().anyMatch(LedgerLookup::isUnprintable)) {
      return List.of();
    }
    Optional<LedgerEntry> byId = ledger.find(new UserId(loginOrId));
    return byId.isPresent() ? List.of(byId.get()) : ledger.findByLogin(loginOrId);
  }

  private static boolean isUnprintable(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }
}
