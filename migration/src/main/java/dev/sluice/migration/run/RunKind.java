package dev.sluice.migration.run;

/**
 * The kinds of run that the {@link dev.sluice.api.ledger.RunLog} knows. Each is also the author of
 * the ledger's events that such a run writes.
 */
public final class RunKind {
  /** Moves users from the source to the target. */
  public static final String BULK = "bulk";

  /** Brings over what has changed at the source since. */
  public static final String SYNC = "sync";

  /** Brings back users whom the target has lost. */
  public static final String REPAIR = "repair";

  private RunKind() {}
}
