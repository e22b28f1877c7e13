package dev.sluice.keycloak.database;

import java.util.function.Supplier;

/** Repeats a transaction that another one got in the way of. */
public final class OnceMore {
  private static final int MOST = 4;

  private OnceMore() {}

  /**
   * Runs a transaction again if another one has written the same value or held the same rows: it
   * then finds what that one did.
   */
  public static <T> T ifBeaten(Supplier<T> transaction) {
    return run(transaction, true);
  }

  /** Runs a transaction again only if another one held the same rows. */
  public static <T> T ifLocked(Supplier<T> transaction) {
    return run(transaction, false);
  }

  private static <T> T run(Supplier<T> transaction, boolean constraintsToo) {
    for (int tries = 1; ; tries++) {
      try {
        return transaction.get();
      } catch (RuntimeException e) {
        boolean beaten =
            SqlFailure.isOfALock(e) || (constraintsToo && SqlFailure.isOfAConstraint(e));
        if (tries == MOST || !beaten) {
          throw e;
        }
      }
    }
  }
}
