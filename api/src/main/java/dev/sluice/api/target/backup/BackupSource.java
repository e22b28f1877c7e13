package dev.sluice.api.target.backup;

/** A target that exports itself as files, which its own import takes. Reads only; blocks. */
public interface BackupSource {

  /**
   * Returns what a backup will hold, as of now.
   *
   * @throws dev.sluice.api.target.TargetException when reading is not permitted or fails
   */
  BackupContents contents();

  /**
   * Exports all files, one after another. Memory does not grow with the number of users.
   *
   * @throws dev.sluice.api.target.TargetException when the target cannot be read to the end, or
   *     what was read does not fit together; then the files that were exported are of no use
   */
  void read(BackupSink sink);
}
