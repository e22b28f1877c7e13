package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.Leaving;
import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.disposition.Disposition;
import dev.sluice.migration.assess.disposition.DispositionRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What moves automatically, what needs a decision, and what cannot move. */
final class DispositionsPart {
  private DispositionsPart() {}

  static Part of(Leaving leaving, Optional<String> target) {
    Tag body =
        Tag.of("div")
            .add(
                Tag.of(
                    "p",
                    target
                        .map(name -> "The advice is for the configured target, " + name + ".")
                        .orElse("No target is configured, so the advice is general.")));
    for (Disposition disposition : Disposition.values()) {
      List<DispositionRow> rows =
          leaving.dispositions().stream().filter(row -> row.disposition() == disposition).toList();
      if (!rows.isEmpty()) {
        body.add(pairs(disposition, rows));
      }
    }
    return new Part("fates", "What moves and what cannot", body);
  }

  private static Tag pairs(Disposition disposition, List<DispositionRow> rows) {
    return Tables.pairs(
        disposition.name().toLowerCase(Locale.ROOT),
        Words.of("%s (%d)", title(disposition), rows.size()),
        rows.stream().map(DispositionsPart::pair).toList());
  }

  private static Tag pair(DispositionRow row) {
    Tag inPool = Tables.foreign(row.inPool()).styled("line note");
    return Tables.pair(
        row.inPool().isEmpty()
            ? List.of(Tag.of("span", row.thing()))
            : List.of(Tag.of("span", row.thing()), inPool),
        List.of(Tag.of("span", row.whatToDo())));
  }

  private static String title(Disposition disposition) {
    return switch (disposition) {
      case MOVES -> "Moves automatically";
      case DECIDE -> "Needs a decision or a manual step";
      case CANNOT -> "Cannot move";
    };
  }
}
