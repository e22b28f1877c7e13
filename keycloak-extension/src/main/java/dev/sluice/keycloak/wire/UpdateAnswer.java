package dev.sluice.keycloak.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of updates or removals.
 *
 * @param outcomes one for each user, in the order asked
 */
public record UpdateAnswer(List<Outcome> outcomes) {

  /**
   * The result for one user; with a problem if nothing was done.
   *
   * @param taken true if it was refused because another user has its username or email; else null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Outcome(
      String id, Result outcome, @Nullable String problem, @Nullable Boolean taken) {
    /** Returns a result without a problem. */
    public static Outcome of(String id, Result result) {
      return new Outcome(id, result, null, null);
    }

    /** Reports that it cannot be done as requested. */
    public static Outcome refused(String id, String problem) {
      return new Outcome(id, Result.REFUSED, problem, null);
    }

    /** Reports that another user has its username or email. */
    public static Outcome taken(String id, String problem) {
      return new Outcome(id, Result.REFUSED, problem, true);
    }

    /** Returns the result of an import that failed in the same way. */
    public static Outcome of(ImportAnswer.Outcome failed) {
      Result result =
          failed.outcome() == ImportAnswer.Result.TRY_LATER ? Result.TRY_LATER : Result.REFUSED;
      return new Outcome(failed.id(), result, failed.problem(), failed.taken());
    }
  }

  /** The five possible results for a user. */
  public enum Result {
    /** Done as requested. */
    @JsonProperty("done")
    DONE,
    /** The user has moved; nothing was changed. */
    @JsonProperty("in-charge")
    IN_CHARGE,
    /** The realm has no user with this id. */
    @JsonProperty("not-there")
    NOT_THERE,
    /** Cannot be done as requested. */
    @JsonProperty("refused")
    REFUSED,
    /** Could not be done now. */
    @JsonProperty("try-later")
    TRY_LATER
  }
}
