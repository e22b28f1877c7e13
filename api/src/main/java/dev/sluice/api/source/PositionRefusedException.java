package dev.sluice.api.source;

/** Thrown when the source no longer knows a position: the shard has to be read from its start. */
public final class PositionRefusedException extends SourceException {
  private static final long serialVersionUID = 1L;

  public PositionRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
