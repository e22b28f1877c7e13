package dev.sluice.migration.archive.format;

/**
 * One file as the manifest lists it.
 *
 * @param records how many lines it has when it is expanded; 1 for the configuration
 * @param sha256 of the file as it is on disk, in small hexadecimal digits
 */
public record ArchivedFile(
    String name, Kind kind, long records, long chunks, long bytes, String sha256) {

  /** What is in a file. */
  public enum Kind {
    USERS,
    GROUPS,
    MEMBERS,
    CONFIGURATION
  }
}
