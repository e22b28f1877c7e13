package dev.sluice.migration.backup;

/** Receives the progress of a backup. */
public interface BackupProgress {

  /**
   * Called when some more users are written.
   *
   * @param users all so far
   * @param expected as many as there were when the backup was begun, or more
   */
  void progressed(long users, long expected);
}
