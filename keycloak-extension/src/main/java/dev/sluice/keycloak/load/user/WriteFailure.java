package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.database.SqlFailure;
import dev.sluice.keycloak.wire.ImportAnswer.Outcome;
import org.jboss.logging.Logger;

/** Distinguishes a user that cannot be written from a database that cannot write now. */
public final class WriteFailure {
  private static final Logger LOG = Logger.getLogger(WriteFailure.class);

  private WriteFailure() {}

  /** Returns the outcome of a failure by what is known of its kind; unknown ones are passing. */
  public static Outcome outcome(String id, Throwable failure) {
    if (SqlFailure.isAboutTheData(failure)) {
      return refused(id, failure);
    }
    LOG.warnf(failure, "Could not write the user %s", id);
    return Outcome.tryLater(id, SqlFailure.problem(failure));
  }

  /** Refuses a user that the database, or Keycloak, does not take. */
  public static Outcome refused(String id, Throwable failure) {
    String who = SqlFailure.isOfTheDatabase(failure) ? "the database" : "Keycloak";
    return Outcome.refused(id, who + " refuses it: " + SqlFailure.problem(failure));
  }
}
