package dev.sluice.keycloak.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What kind of failure a database reported. */
public final class SqlFailure {
  /** The classes of SQLSTATE about the data: wrong values, broken constraints. */
  private static final Set<String> ABOUT_THE_DATA = Set.of("21", "22", "23");

  /**
   * The classes of SQLSTATE that pass by themselves or by an administrator's hand: connections,
   * transactions, resources, interruptions, the system; time-outs of ODBC, and H2's own state.
   */
  private static final Set<String> PASSING =
      Set.of("08", "25", "40", "53", "55", "57", "58", "61", "70", "90", "HYT");

  /**
   * MariaDB's and MySQL's numbers of passing errors that have no SQLSTATE of their own (their
   * manuals, "error reference"): full or failing disks and memory, lost connections, read-only
   * servers, and rows that others hold or have just changed.
   */
  private static final Set<Integer> PASSING_NUMBERS =
      Set.of(
          1015, 1020, 1021, 1026, 1028, 1030, 1037, 1038, 1041, 1114, 1180, 1181, 1205, 1206, 1290,
          1836, 1878, 2006, 2013, 3100, 3168, 4031);

  /** Of those, and of SQLSTATE, the ones about rows that another transaction holds. */
  private static final Set<Integer> LOCK_NUMBERS = Set.of(1020, 1205, 1206);

  private SqlFailure() {}

  /** Tells whether a database reported it at all. */
  public static boolean isOfTheDatabase(Throwable failure) {
    return sqlCause(failure).isPresent();
  }

  /** Tells whether something is wrong with the values, and not with the database. */
  public static boolean isAboutTheData(Throwable failure) {
    return hasState(failure, state -> ABOUT_THE_DATA.contains(prefix(state, 2)));
  }

  /**
   * Tells whether the same would work at another time, for all that is known. The class of the
   * exception is not asked: MariaDB's driver calls unknown states a lost connection.
   */
  public static boolean isPassing(Throwable failure) {
    return sqlCause(failure)
        .filter(e -> {
          String state = e.getSQLState();
          return state == null
              || state.isBlank()
              || PASSING.contains(prefix(state, 2))
              || PASSING.contains(prefix(state, 3))
              || PASSING_NUMBERS.contains(e.getErrorCode());
        })
        .isPresent();
  }

  /** Tells whether a constraint was broken, perhaps by a concurrent write of the same value. */
  public static boolean isOfAConstraint(Throwable failure) {
    return hasState(failure, state -> state.startsWith("23"));
  }

  /** Tells whether another transaction held the same rows. */
  public static boolean isOfALock(Throwable failure) {
    return sqlCause(failure).filter(e -> LOCK_NUMBERS.contains(e.getErrorCode())).isPresent()
        || hasState(
            failure,
            state -> state.startsWith("40") || state.equals("55P03") || state.equals("HYT00"));
  }

  /** Tells whether the database does not support the operation at all, whatever the data. */
  public static boolean isOfTheStatement(Throwable failure) {
    return hasState(failure, state -> state.startsWith("42") || state.startsWith("0A"));
  }

  /** Formats a problem in one line. */
  public static String problem(Throwable failure) {
    return firstLine(
        sqlCause(failure).map(Throwable::getMessage).orElse(String.valueOf(failure.getMessage())));
  }

  private static boolean hasState(Throwable failure, Predicate<String> condition) {
    return sqlCause(failure).map(SQLException::getSQLState).filter(condition).isPresent();
  }

  private static Optional<SQLException> sqlCause(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    // A batch reports itself first, and then what went wrong in it.
    SQLException sql = (SQLException) cause;
    while (sql != null && sql.getSQLState() == null && sql.getNextException() != null) {
      sql = sql.getNextException();
    }
    return Optional.ofNullable(sql);
  }

  private static String prefix(String state, int length) {
    return state.substring(0, Math.min(length, state.length()));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
