package dev.sluice.keycloak.load.user;

/**
 * Reports that a request cannot be carried out for any of its users; the message says what to do.
 */
public final class UnusableRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableRequest(String message) {
    super(message);
  }
}
