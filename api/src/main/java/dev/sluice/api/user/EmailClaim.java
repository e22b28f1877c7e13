package dev.sluice.api.user;

/**
 * What a target does where another user has the email address that a user is to have. In the order
 * in which users of one batch are written.
 */
public enum EmailClaim {
  /**
   * Takes the address away from the other user if that one has not moved: it is this user's.
   * Refuses the user where the other is in the target's charge.
   */
  TAKE,
  /** Refuses the user: it is not known yet whose the address is. */
  OWN,
  /** Leaves the address out: it is the other user's. */
  YIELD
}
