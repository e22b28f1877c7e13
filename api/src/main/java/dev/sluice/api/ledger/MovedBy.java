package dev.sluice.api.ledger;

/** How the target came to be in charge of a user. */
public enum MovedBy {
  /** The password was proven at the first login. */
  PASSWORD,
  /** The user set a new password. */
  RESET,
  /** The user never had a password here. */
  FEDERATED,
  /** Moved by the owner's decision: the user must set a new password at the next login. */
  FORCED
}
