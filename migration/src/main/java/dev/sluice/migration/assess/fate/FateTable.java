package dev.sluice.migration.assess.fate;

import dev.sluice.api.pool.PoolInventory;
import java.util.Comparator;
import java.util.List;

/** What moves by itself, what needs a decision, and what cannot move. */
public final class FateTable {
  private FateTable() {}

  /** Rows for what this pool has, and for what holds for every pool; what cannot move last. */
  public static List<FateRow> of(PoolInventory pool, FateTexts texts) {
    return ThingsFound.in(pool).stream()
        .map(texts::of)
        .sorted(Comparator.comparing(FateRow::fate))
        .toList();
  }
}
