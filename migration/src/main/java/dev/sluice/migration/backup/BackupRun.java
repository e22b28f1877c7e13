package dev.sluice.migration.backup;

import dev.sluice.api.SluiceVersion;
import dev.sluice.api.target.backup.BackupContents;
import dev.sluice.api.target.backup.BackupSource;
import dev.sluice.migration.archive.seal.Recipient;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Makes a backup of a target in a folder of its own, or leaves nothing. */
public final class BackupRun {
  private final String target;
  private final BackupSource source;
  private final InstantSource clock;

  /**
   * Creates a run that has not begun.
   *
   * @param target the kind of target, as in {@code sluice.yaml}
   */
  public BackupRun(String target, BackupSource source, InstantSource clock) {
    this.target = target;
    this.source = source;
    this.clock = clock;
  }

  /**
   * Makes the backup.
   *
   * @param directory an empty directory, or one that does not exist and is created
   * @param recipients the keys that can read it; none for one that is not encrypted
   * @throws dev.sluice.migration.run.ConditionException when something is in the directory
   * @throws dev.sluice.api.target.TargetException when the target cannot be read
   * @throws BackupException when it cannot be written
   */
  public FinishedBackup run(Path directory, List<Recipient> recipients, BackupProgress progress) {
    BackupFolder.requireEmpty(directory);
    BackupContents contents = source.contents();
    Instant begun = clock.instant();
    BackupManifest manifest =
        new BackupManifest(
            "backup-" + UUID.randomUUID(),
            target,
            contents,
            begun,
            begun,
            SluiceVersion.TEXT,
            List.of());
    try (BackupWriter writer = new BackupWriter(directory, manifest, recipients, progress)) {
      source.read(writer);
      return writer.finish(clock.instant());
    }
  }
}
