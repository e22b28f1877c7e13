package dev.sluice.migration.backup;

import dev.sluice.migration.archive.format.Checksums;
import dev.sluice.migration.archive.seal.ArchiveKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;

/** A backup that was made, for checking whether it is still intact. */
public final class StoredBackup {
  private static final String ENCRYPTED = ".enc";

  private final Path folder;
  private final byte[] manifestFile;
  private final BackupManifestFile.Opened opened;

  private StoredBackup(Path folder, byte[] manifestFile, BackupManifestFile.Opened opened) {
    this.folder = folder;
    this.manifestFile = manifestFile;
    this.opened = opened;
  }

  /**
   * Opens a backup after checking every byte of it.
   *
   * @param key opens an encrypted one; without it only the sums are checked
   * @throws BackupException with the first file that is not as it was written, and the reason
   */
  public static StoredBackup open(Path folder, Optional<ArchiveKey> key) {
    Path manifest = folder.resolve(BackupManifestFile.NAME);
    Path sumsFile = folder.resolve(SumsFile.NAME);
    if (!Files.isRegularFile(manifest) || !Files.isRegularFile(sumsFile)) {
      throw new BackupException(
          (Files.isRegularFile(manifest) ? sumsFile : manifest)
              + " is missing: this is not a complete backup.");
    }
    try {
      Map<String, String> sums = SumsFile.in(Files.readAllLines(sumsFile));
      new SumsCheck(folder, sums).run();
      byte[] file = Files.readAllBytes(manifest);
      StoredBackup backup = new StoredBackup(folder, file, BackupManifestFile.open(file, key));
      backup.requireWhatWasWritten(sums);
      return backup;
    } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
      throw new BackupException(manifest + " cannot be read: " + reason(unreadable), unreadable);
    } catch (IOException problem) {
      throw new BackupException(folder + " cannot be read: " + problem, problem);
    }
  }

  private static String reason(RuntimeException unreadable) {
    return unreadable instanceof JacksonException
        ? "it is not JSON."
        : String.valueOf(unreadable.getMessage());
  }

  /**
   * Compares with the sealed manifest, because anyone can rewrite the sums but not the sealed
   * manifest.
   *
   * @param sums of all files that are there
   */
  private void requireWhatWasWritten(Map<String, String> sums) {
    if (opened.manifest().isEmpty()) {
      return;
    }
    Set<String> names = new HashSet<>(Set.of(BackupManifestFile.NAME));
    for (BackupFile file : opened.manifest().get().files()) {
      names.add(file.name());
      if (!file.sha256().equals(sums.get(file.name()))) {
        throw new BackupException(
            folder.resolve(file.name())
                + " is not the one that the manifest names: it was replaced or removed.");
      }
    }
    for (String name : sums.keySet()) {
      if (!names.contains(name)) {
        throw SumsCheck.stranger(folder.resolve(name));
      }
    }
  }

  /** Returns what the manifest says; empty when it is encrypted and no key was given. */
  public Optional<FinishedBackup> contents() {
    return opened
        .manifest()
        .map(manifest -> new FinishedBackup(manifest, opened.recipients(), sha256()));
  }

  /** Returns the SHA-256 of the manifest's file: no other backup has the same. */
  public String sha256() {
    return Checksums.of(manifestFile);
  }

  /** Returns the fingerprints of the keys that can read it; none when anyone can. */
  public List<String> recipients() {
    return opened.recipients();
  }

  /**
   * Writes the backup out in clear, as the target's import takes it.
   *
   * @param directory an empty directory, or one that does not exist and is created
   * @throws dev.sluice.migration.run.ConditionException when something is in the directory
   */
  public FinishedBackup writeOut(Path directory, BackupProgress progress) {
    BackupManifest manifest =
        opened
            .manifest()
            .orElseThrow(() ->
                new BackupException(
                    folder
                        + " is encrypted to "
                        + String.join(", ", opened.recipients())
                        + ": give the private key with --key."));
    try (BackupWriter writer = new BackupWriter(directory, manifest, List.of(), progress)) {
      for (BackupFile file : manifest.files()) {
        writer.file(plainName(file.name()), content(file), file.users());
      }
      return writer.finish(manifest.finished());
    }
  }

  private byte[] content(BackupFile file) {
    Path path = folder.resolve(file.name());
    try {
      return opened.documents().open(file.name(), Files.readAllBytes(path));
    } catch (IOException problem) {
      throw new BackupException(path + " cannot be read: " + problem, problem);
    }
  }

  private static String plainName(String name) {
    return name.endsWith(ENCRYPTED) ? name.substring(0, name.length() - ENCRYPTED.length()) : name;
  }
}
