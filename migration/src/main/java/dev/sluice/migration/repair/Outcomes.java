package dev.sluice.migration.repair;

import dev.sluice.api.ledger.LedgerEntry;

/** What a repair has found, what of it is mended, and who is still to be helped. */
record Outcomes(Damages found, Damages mended, Damages open) {

  void mended(Damage damage, LedgerEntry entry) {
    found.add(damage, entry);
    mended.add(damage, entry);
  }

  void left(Damage damage, LedgerEntry entry) {
    found.add(damage, entry);
    open.add(damage, entry);
  }
}
