package dev.sluice.migration.assess.disposition;

import dev.sluice.api.pool.PoolInventory;
import java.util.Comparator;
import java.util.List;

/** What moves by itself, what needs a decision, and what cannot move. */
public final class DispositionTable {
  private DispositionTable() {}

  /**
   * Returns rows for what this pool has, and for what holds for every pool; what cannot move comes
   * last.
   */
  public static List<DispositionRow> of(PoolInventory pool, DispositionTexts texts) {
    return ThingsFound.in(pool).stream()
        .map(texts::of)
        .sorted(Comparator.comparing(DispositionRow::disposition))
        .toList();
  }
}
