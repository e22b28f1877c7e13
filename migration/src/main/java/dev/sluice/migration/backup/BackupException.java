package dev.sluice.migration.backup;

/**
 * Thrown when a backup cannot be written, or is not what it should be: the message names the file,
 * says what is wrong with it and what to do.
 */
public final class BackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BackupException(String message) {
    super(message);
  }

  public BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
