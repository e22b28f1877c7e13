package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.ImportAnswer.Outcome;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Distinguishes a user that cannot be written from a database that cannot write now. */
public final class WriteFailure {
  private static final Logger LOG = Logger.getLogger(WriteFailure.class);

  /** The classes of SQLSTATE about the data: wrong values, broken constraints. */
  private static final Set<String> ABOUT_THE_DATA = Set.of("21", "22", "23");

  private WriteFailure() {}

  public static Outcome outcome(String id, Throwable failure) {
    Optional<SQLException> sql = sqlCause(failure);
    String problem = sql.map(Throwable::getMessage).orElse(String.valueOf(failure.getMessage()));
    if (sql.filter(WriteFailure::isAboutTheData).isPresent()) {
      return Outcome.refused(id, "the database refuses it: " + firstLine(problem));
    }
    LOG.warnf(failure, "Could not write the user %s", id);
    return Outcome.tryLater(id, firstLine(problem));
  }

  /** Tells whether a constraint was broken, perhaps by a concurrent write of the same value. */
  public static boolean isOfAConstraint(Throwable failure) {
    return sqlCause(failure)
        .map(SQLException::getSQLState)
        .filter(s -> s.startsWith("23"))
        .isPresent();
  }

  /** Tells whether the database does not support the operation at all, whatever the data. */
  public static boolean isOfTheStatement(Throwable failure) {
    return sqlCause(failure)
        .map(SQLException::getSQLState)
        .filter(s -> s.startsWith("42") || s.startsWith("0A"))
        .isPresent();
  }

  /** Formats a problem in one line. */
  public static String problem(Throwable failure) {
    return firstLine(
        sqlCause(failure).map(Throwable::getMessage).orElse(String.valueOf(failure.getMessage())));
  }

  private static Optional<SQLException> sqlCause(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    return Optional.ofNullable((SQLException) cause);
  }

  private static boolean isAboutTheData(SQLException e) {
    String state = e.getSQLState();
    return state != null && state.length() >= 2 && ABOUT_THE_DATA.contains(state.substring(0, 2));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
