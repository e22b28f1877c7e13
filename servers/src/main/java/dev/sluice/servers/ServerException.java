package dev.sluice.servers;

/**
 * Thrown when a server could not be fetched, started or reached; the message is one line that says
 * why.
 */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure whose message alone tells the reader what to do. */
  public ServerException(String message) {
    super(message);
  }

  /** Creates the same as {@link #ServerException(String)}, with its cause. */
  public ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
