package dev.sluice.app.gateway;

/** Reports that the gateway cannot start; its message is one line that says why and what to do. */
public final class GatewayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GatewayException(String message) {
    super(message);
  }

  public GatewayException(String message, Throwable cause) {
    super(message, cause);
  }
}
