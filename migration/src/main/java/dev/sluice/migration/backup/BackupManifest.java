package dev.sluice.migration.backup;

import dev.sluice.api.target.backup.BackupContents;
import java.time.Instant;
import java.util.List;

/**
 * What is in a backup.
 *
 * @param id drawn when it was begun
 * @param target the kind of target, as in {@code sluice.yaml}
 * @param contents as of {@code begun}
 * @param writtenBy the version that wrote it
 */
public record BackupManifest(
    String id,
    String target,
    BackupContents contents,
    Instant begun,
    Instant finished,
    String writtenBy,
    List<BackupFile> files) {
  public BackupManifest {
    files = List.copyOf(files);
  }

  /** Returns how many users are in it. */
  public long users() {
    return files.stream().mapToLong(BackupFile::users).sum();
  }

  /** Returns the size of all files but the manifest. */
  public long bytes() {
    return files.stream().mapToLong(BackupFile::bytes).sum();
  }

  BackupManifest finished(Instant now, List<BackupFile> written) {
    return new BackupManifest(id, target, contents, begun, now, writtenBy, written);
  }
}
