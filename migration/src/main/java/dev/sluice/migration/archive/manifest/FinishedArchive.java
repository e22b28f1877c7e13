package dev.sluice.migration.archive.manifest;

import java.util.List;

/**
 * An archive that is complete.
 *
 * @param sha256 of {@code manifest.json}, which holds those of all other files; a copy kept
 *     elsewhere tells this archive from any other
 * @param recipients fingerprints of the keys that can read it; none when it is not encrypted
 */
public record FinishedArchive(Manifest manifest, String sha256, List<String> recipients) {
  public FinishedArchive {
    recipients = List.copyOf(recipients);
  }
}
