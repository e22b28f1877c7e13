package dev.sluice.targets.fusionauth.users;

import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import java.util.List;
import java.util.Set;

/** What narrowing asks of FusionAuth. */
interface Importer {

  /**
   * Imports all of these users or none.
   *
   * @param explained whether FusionAuth shall look for what is wrong, which takes much longer
   * @return the answer where FusionAuth gave one; its own failure (500) is one of them
   * @throws TroubleException when nothing is known of what was done
   */
  Attempt bring(List<ImportUser> users, boolean explained) throws TroubleException;

  /** Those of these users whom FusionAuth has, by their ids. */
  Set<ImportUser> present(List<ImportUser> users) throws TroubleException;

  /** What became of one import. */
  sealed interface Attempt {
    record Done() implements Attempt {}

    /** It was not done, for what is in the request. */
    record Refused(Answer answer) implements Attempt {}

    /** More than FusionAuth takes at once. */
    record TooLarge() implements Attempt {}

    /** FusionAuth failed: for what is in the request, or for reasons of its own. */
    record Failed(TroubleException trouble) implements Attempt {}
  }
}
