package dev.sluice.migration.backup;

import java.util.List;

/**
 * A backup that is complete.
 *
 * @param recipients the fingerprints of the keys that can read it; none when it is not encrypted
 * @param sha256 of the manifest's file, which holds the sums of all others
 */
public record FinishedBackup(BackupManifest manifest, List<String> recipients, String sha256) {
  public FinishedBackup {
    recipients = List.copyOf(recipients);
  }
}
