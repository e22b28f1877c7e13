package dev.sluice.api.target.backup;

/** Takes the files of a backup. */
public interface BackupSink {

  /**
   * Takes one file.
   *
   * @param name without a folder
   * @param users how many users are in it
   */
  void file(String name, byte[] content, long users);
}
