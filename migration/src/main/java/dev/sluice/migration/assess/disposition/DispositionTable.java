package dev.sluice.migration.assess.disposition;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.migration.assess.found.Contested;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What moves by itself, what needs a decision, and what cannot move. */
public final class DispositionTable {
  private DispositionTable() {}

  /**
   * Returns rows for what this pool and its users have, and for what holds for every pool; what
   * cannot move comes last.
   */
  public static List<DispositionRow> of(
      PoolInventory pool, Contested users, DispositionTexts texts) {
    return Stream.concat(ThingsFound.in(pool).stream(), ThingsFound.among(users).stream())
        .map(texts::of)
        .sorted(Comparator.comparing(DispositionRow::disposition))
        .toList();
  }
}
