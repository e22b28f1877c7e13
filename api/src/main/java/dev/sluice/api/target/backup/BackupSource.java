package dev.sluice.api.target.backup;

/** A target that gives itself away as files, which its own import takes. Reads only; blocks. */
public interface BackupSource {

  /**
   * What a backup will hold, as of now.
   *
   * @throws dev.sluice.api.target.TargetException when it may not or cannot be read
   */
  BackupContents contents();

  /**
   * Gives all files, one after another. Memory does not grow with the number of users.
   *
   * @throws dev.sluice.api.target.TargetException when the target cannot be read to the end, or
   *     what was read does not fit together; then nothing that was given is of use
   */
  void read(BackupSink sink);
}
