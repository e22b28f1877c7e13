package dev.sluice.api.ledger;

/**
 * Which users a run is about. A run that was cut short is gone on with for the same users only.
 *
 * @param name what the operator calls them, such as a segment's name; empty when it is everybody
 * @param meaning who they are, in words that change when the users do
 */
public record RunScope(String name, String meaning) {
  public static final RunScope EVERYBODY = new RunScope("", "");

  /** Stands between the name and the archive; no segment's name has it. */
  public static final char IN = '@';

  /**
   * The same users as an archive has them: a run over the pool never goes on with them, nor the
   * other way round.
   *
   * @param id the archive's
   */
  public RunScope inArchive(String id) {
    return new RunScope(name + IN + id, meaning);
  }
}
