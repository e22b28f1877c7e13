package dev.sluice.migration.ledger.jdbc.row;

import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Writes many rows in one statement. */
public final class Rows {
  /** Even with the widest row, this stays far below the 32,766 parameters that SQLite takes. */
  private static final int AT_ONCE = 500;

  private Rows() {}

  public static <T> List<List<T>> cut(List<T> all) {
    return IntStream.iterate(0, from -> from < all.size(), from -> from + AT_ONCE)
        .mapToObj(from -> all.subList(from, Math.min(from + AT_ONCE, all.size())))
        .toList();
  }

  /** Returns {@code (?, ?), (?, ?)}: as many rows of as many columns. */
  public static String marks(int rows, int columns) {
    return String.join(", ", Collections.nCopies(rows, row(columns)));
  }

  /** Returns {@code (?, ?)}: one row. */
  public static String row(int columns) {
    return "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
  }

  public static <S extends SqlStatement<S>, T> S bind(
      S statement, List<T> rows, BiConsumer<Columns, T> columns) {
    Columns next = new Columns(statement);
    rows.forEach(row -> columns.accept(next, row));
    return statement;
  }

  /** Binds one value after the other; each has its type even when null, as PostgreSQL needs it. */
  public static final class Columns {
    private final SqlStatement<?> statement;
    private int next;

    private Columns(SqlStatement<?> statement) {
      this.statement = statement;
    }

    public Columns text(@Nullable String value) {
      statement.bind(next++, value);
      return this;
    }

    public Columns number(@Nullable Long value) {
      statement.bind(next++, value);
      return this;
    }
  }
}
