package dev.sluice.api.ledger;

/**
 * The users that a run is about. A run that was cut short is resumed for the same users only.
 *
 * @param name what the operator calls them, such as a segment's name; empty for all users
 * @param meaning a description of the users, which changes when the users do
 */
public record RunScope(String name, String meaning) {
  public static final RunScope EVERYBODY = new RunScope("", "");

  /** Separates the name from the archive; no segment's name contains it. */
  public static final char IN = '@';

  /**
   * Returns the scope of the same users as read from an archive. A run over the pool never resumes
   * a run over an archive, nor the other way round.
   *
   * @param id the archive's
   */
  public RunScope inArchive(String id) {
    return new RunScope(name + IN + id, meaning);
  }
}
