package dev.sluice.app.gateway;

/** A request is not as the protocol says: the message says what, and holds no value of it. */
final class MalformedRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedRequestException(String message) {
    super(message);
  }
}
