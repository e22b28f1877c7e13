package dev.sluice.migration.backup;

/** Is told how a backup comes along. */
public interface BackupProgress {

  /**
   * Some more users are written.
   *
   * @param users all so far
   * @param expected as many as there were when the backup was begun, or more
   */
  void progressed(long users, long expected);
}
