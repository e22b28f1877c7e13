package dev.sluice.api.ledger;

/**
 * What a ledger remembers of the route that its users take. Throws {@link LedgerException} when it
 * cannot be read or written.
 */
public interface LedgerBindings {

  LedgerBinding known();

  /**
   * Remembers what was not known, unless something else of the route contradicts what is known:
   * then nothing is written. Of several processes that begin at once with different routes, one is
   * remembered.
   *
   * @return what is known now
   */
  LedgerBinding remember(LedgerBinding named);

  /** Remembers another target, whatever was known. */
  void retarget(String target);
}
