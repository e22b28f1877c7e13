package dev.sluice.migration.ledger.jdbc.row;

import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One letter for each state and each {@link MovedBy} in the database: short, because there are
 * millions of them.
 */
public final class Letters {
  private static final Map<String, MigrationState> STATES =
      byLetter(MigrationState.values(), Letters::of);
  private static final Map<String, MovedBy> MOVED_BY = byLetter(MovedBy.values(), Letters::of);

  private Letters() {}

  public static String of(MigrationState state) {
    return switch (state) {
      case DISCOVERED -> "D";
      case IMPORTED -> "I";
      case MIGRATED -> "M";
      case REJECTED -> "R";
      case GONE -> "G";
      case LEFT -> "L";
      case MERGED -> "J";
    };
  }

  static String of(MovedBy by) {
    return switch (by) {
      case PASSWORD -> "P";
      case RESET -> "R";
      case FEDERATED -> "F";
      case FORCED -> "O";
    };
  }

  static @Nullable String ofNullable(@Nullable MovedBy by) {
    return by == null ? null : of(by);
  }

  static @Nullable String ofNullable(@Nullable MigrationState state) {
    return state == null ? null : of(state);
  }

  public static MigrationState state(String letter) {
    MigrationState state = STATES.get(letter);
    if (state == null) {
      throw unknown(letter);
    }
    return state;
  }

  public static @Nullable MigrationState stateOrNull(@Nullable String letter) {
    return letter == null ? null : state(letter);
  }

  public static @Nullable MovedBy by(@Nullable String letter) {
    if (letter == null || letter.isEmpty()) {
      return null;
    }
    MovedBy by = MOVED_BY.get(letter);
    if (by == null) {
      throw unknown(letter);
    }
    return by;
  }

  private static LedgerException unknown(String letter) {
    return new LedgerException(
        "The ledger holds the letter \""
            + letter
            + "\" where a state belongs: something else has written to it.");
  }

  private static <T> Map<String, T> byLetter(T[] values, Function<T, String> letter) {
    return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(letter, value -> value));
  }
}
