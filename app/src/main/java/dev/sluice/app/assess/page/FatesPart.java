package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.Leaving;
import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.fate.Fate;
import dev.sluice.migration.assess.fate.FateRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What moves by itself, what needs a decision, and what cannot move. */
final class FatesPart {
  private FatesPart() {}

  static Part of(Leaving leaving, Optional<String> target) {
    Tag body =
        Tag.of("div")
            .add(
                Tag.of(
                    "p",
                    target
                        .map(name -> "What to do is said for the configured target, " + name + ".")
                        .orElse("No target is configured: what to do is said for any.")));
    for (Fate fate : Fate.values()) {
      List<FateRow> rows = leaving.fates().stream().filter(row -> row.fate() == fate).toList();
      if (!rows.isEmpty()) {
        body.add(pairs(fate, rows));
      }
    }
    return new Part("fates", "What moves, and what cannot", body);
  }

  private static Tag pairs(Fate fate, List<FateRow> rows) {
    return Tables.pairs(
        fate.name().toLowerCase(Locale.ROOT),
        Words.of("%s (%d)", title(fate), rows.size()),
        rows.stream().map(FatesPart::pair).toList());
  }

  private static Tag pair(FateRow row) {
    Tag inPool = Tables.foreign(row.inPool()).styled("line note");
    return Tables.pair(
        row.inPool().isEmpty()
            ? List.of(Tag.of("span", row.thing()))
            : List.of(Tag.of("span", row.thing()), inPool),
        List.of(Tag.of("span", row.whatToDo())));
  }

  private static String title(Fate fate) {
    return switch (fate) {
      case MOVES -> "Moves by itself";
      case DECIDE -> "Needs a decision, or a hand";
      case CANNOT -> "Cannot move";
    };
  }
}
