package dev.sluice.migration.segment;

/** Thrown when a file of logins cannot be used: its message says which lines and why. */
public final class LoginListException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LoginListException(String message) {
    super(message);
  }
}
