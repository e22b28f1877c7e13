package dev.sluice.servers;

/** A server could not be fetched, started or spoken to; the message is one line that says why. */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure whose message alone tells the reader what to do. */
  public ServerException(String message) {
    super(message);
  }

  /** As {@link #ServerException(String)}, with what led to it. */
  public ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
