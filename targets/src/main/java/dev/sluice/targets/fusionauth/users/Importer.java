package dev.sluice.targets.fusionauth.users;

import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import java.util.List;
import java.util.Set;

/** The calls that narrowing needs of FusionAuth. */
interface Importer {

  /**
   * Imports all of these users or none.
   *
   * @param explained whether FusionAuth must report what is wrong, which takes much longer
   * @return FusionAuth's answer; its own failure (500) is one too
   * @throws TroubleException if the result is unknown
   */
  Attempt bring(List<ImportUser> users, boolean explained) throws TroubleException;

  /** Returns the ids of those users that FusionAuth has. */
  Set<ImportUser> present(List<ImportUser> users) throws TroubleException;

  /** The result of one import. */
  sealed interface Attempt {
    record Done() implements Attempt {}

    /** It was refused because of the request's content. */
    record Refused(Answer answer) implements Attempt {}

    /** It was more than FusionAuth takes at once. */
    record TooLarge() implements Attempt {}

    /** FusionAuth failed, because of the request's content or for its own reasons. */
    record Failed(TroubleException trouble) implements Attempt {}
  }
}
