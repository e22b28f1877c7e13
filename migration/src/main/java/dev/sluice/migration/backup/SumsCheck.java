package dev.sluice.migration.backup;

import dev.sluice.migration.archive.format.Checksums;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Compares the files in a folder with their sums, in one pass that keeps nothing in memory. */
final class SumsCheck {
  private final Path folder;
  private final Map<String, String> sums;

  SumsCheck(Path folder, Map<String, String> sums) {
    this.folder = folder;
    this.sums = sums;
  }

  /**
   * Checks that every file is there, that nothing else is, and that each is byte for byte as it was
   * written.
   */
  void run() throws IOException {
    List<String> there = BackupFolder.names(folder);
    for (String name : there) {
      if (!sums.containsKey(name) && !name.equals(SumsFile.NAME)) {
        throw stranger(folder.resolve(name));
      }
    }
    for (Map.Entry<String, String> sum : sums.entrySet()) {
      Path file = folder.resolve(sum.getKey());
      if (!there.contains(sum.getKey())) {
        throw new BackupException(file + " is missing.");
      }
      if (!Checksums.of(file).equals(sum.getValue())) {
        throw new BackupException(
            file + " is not as it was written (its SHA-256 differs): it was altered or cut off.");
      }
    }
  }

  static BackupException stranger(Path file) {
    return new BackupException(
        file + " is not a file of this backup: it was added, or renamed. Remove it.");
  }
}
