package dev.sluice.keycloak.load;

/** A request that cannot be carried out for any of its users; the message says what to do. */
final class UnusableRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableRequest(String message) {
    super(message);
  }
}
