package dev.sluice.keycloak.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a batch.
 *
 * @param outcomes one for each user, in the order asked
 * @param writer how they were written: {@code copy} is the fastest, then comes {@code entities},
 *     then {@code model}
 * @param whyNotFaster why it was not the fastest; null if it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportAnswer(List<Outcome> outcomes, String writer, @Nullable String whyNotFaster) {

  /**
   * The result for one user; with a problem if it was not written.
   *
   * @param taken true if another user had its username or email: it was refused, came without its
   *     email, or took it from the other; else null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Outcome(
      String id, Result outcome, @Nullable String problem, @Nullable Boolean taken) {
    /** Reports that it is in the realm now. */
    public static Outcome created(String id) {
      return new Outcome(id, Result.CREATED, null, null);
    }

    /** Reports that it is in the realm now; it or another user is without the email of both. */
    public static Outcome createdOfTwo(String id) {
      return new Outcome(id, Result.CREATED, null, true);
    }

    /** Reports that it existed with this id; nothing was changed. */
    public static Outcome alreadyThere(String id) {
      return new Outcome(id, Result.ALREADY_THERE, null, null);
    }

    /** Reports that it cannot be written as it is. */
    public static Outcome refused(String id, String problem) {
      return new Outcome(id, Result.REFUSED, problem, null);
    }

    /** Reports that another user has its username or email. */
    public static Outcome taken(String id, String problem) {
      return new Outcome(id, Result.REFUSED, problem, true);
    }

    /** Reports that it could not be written now; nothing is wrong with it. */
    public static Outcome tryLater(String id, String problem) {
      return new Outcome(id, Result.TRY_LATER, problem, null);
    }
  }

  /** The four possible results for a user. */
  public enum Result {
    /** Written. */
    @JsonProperty("created")
    CREATED,
    /** Existed before, with the same id. */
    @JsonProperty("already-there")
    ALREADY_THERE,
    /** Cannot be written as it is. */
    @JsonProperty("refused")
    REFUSED,
    /** Could not be written now. */
    @JsonProperty("try-later")
    TRY_LATER
  }
}
