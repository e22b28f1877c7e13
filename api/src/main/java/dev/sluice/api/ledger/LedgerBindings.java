package dev.sluice.api.ledger;

/**
 * The pool and the target that a ledger is bound to. Throws {@link LedgerException} when it cannot
 * be read or written.
 */
public interface LedgerBindings {

  LedgerBinding known();

  /**
   * Remembers what was not known. If a part of the binding contradicts what is known, writes
   * nothing. If several processes start at once with different bindings, one of them is remembered.
   *
   * @return what is known now
   */
  LedgerBinding remember(LedgerBinding named);

  /** Remembers another target, whatever was known. */
  void retarget(String target);
}
