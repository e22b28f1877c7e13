package dev.sluice.app.gateway;

/** The ledger has no such user. */
final class UnknownUserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownUserException(String message) {
    super(message);
  }
}
