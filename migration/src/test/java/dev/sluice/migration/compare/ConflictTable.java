package dev.sluice.migration.compare;

import static java.util.stream.Collectors.joining;

import dev.sluice.api.ledger.MigrationState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table "Who wins" of {@code docs/sync.md}, as users read it. */
final class ConflictTable {
  private static final Path PAGE =
      Path.of(System.getProperty("sluice.root", ".."), "docs", "sync.md");
  private static final int FIRST_STATE = 2;

  private ConflictTable() {}

  /**
   * @param state null where the ledger does not know the user
   * @param does the word in the cell
   */
  record Cell(SourceChange change, @Nullable MigrationState state, String does) {
    @Override
    public String toString() {
      return change + ", " + (state == null ? "not known" : state) + ": " + does;
    }
  }

  /** Every cell that says something. */
  static List<Cell> cells() throws IOException {
    List<List<String>> rows =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.startsWith("| in the pool"))
            .takeWhile(line -> line.startsWith("|"))
            .map(ConflictTable::columns)
            .toList();
    List<Cell> cells = new ArrayList<>();
    for (List<String> row : rows.subList(2, rows.size())) {
      for (int column = 1; column < row.size(); column++) {
        if (!row.get(column).isEmpty()) {
          cells.add(
              new Cell(
                  change(row.getFirst()),
                  state(rows.getFirst().get(column), column),
                  row.get(column)));
        }
      }
    }
    return cells;
  }

  private static List<String> columns(String line) {
    return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
        .map(String::strip)
        .toList();
  }

  private static SourceChange change(String words) {
    return switch (words) {
      case "new" -> SourceChange.NEW;
      case "seen the first time" -> SourceChange.FIRST_LOOK;
      case "unchanged" -> SourceChange.UNCHANGED;
      case "changed" -> SourceChange.CHANGED;
      case "disabled" -> SourceChange.DISABLED;
      case "enabled" -> SourceChange.ENABLED;
      case "deleted" -> SourceChange.DELETED;
      default -> throw new AssertionError("The table has a row that no test knows: " + words);
    };
  }

  private static @Nullable MigrationState state(String head, int column) {
    return column < FIRST_STATE
        ? null
        : MigrationState.valueOf(
            head.chars()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .collect(joining()));
  }
}
