package dev.sluice.migration.archive.format;

import dev.sluice.api.source.SourceException;

/**
 * Thrown when an archive cannot be written, or is not what it should be: the message names the
 * file, says what is wrong with it and what to do.
 */
public final class ArchiveException extends SourceException {
  private static final long serialVersionUID = 1L;

  public ArchiveException(String message) {
    super(message);
  }

  public ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
