package dev.sluice.migration.backup;

import dev.sluice.api.target.backup.BackupSink;
import dev.sluice.migration.archive.format.Checksums;
import dev.sluice.migration.archive.seal.Recipient;
import dev.sluice.migration.archive.seal.SealedDocuments;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the files of one backup, its manifest and the sums. */
final class BackupWriter implements BackupSink, AutoCloseable {
  private final BackupFolder folder;
  private final BackupManifest begun;
  private final List<Recipient> recipients;
  private final SealedDocuments seal;
  private final BackupProgress progress;
  private final List<BackupFile> files = new ArrayList<>();
  private long users;

  /**
   * @throws dev.sluice.migration.run.ConditionException when something is in the folder
   */
  BackupWriter(
      Path directory, BackupManifest begun, List<Recipient> recipients, BackupProgress progress) {
    this.folder = BackupFolder.begin(directory);
    this.begun = begun;
    this.recipients = recipients;
    this.seal = SealedDocuments.to(recipients, begun.id());
    this.progress = progress;
  }

  @Override
  public void file(String name, byte[] content, long usersInIt) {
    String stored = requirePlain(name) + seal.suffix();
    byte[] bytes = seal.seal(stored, content);
    folder.write(stored, bytes);
    files.add(new BackupFile(stored, usersInIt, bytes.length, Checksums.of(bytes)));
    users += usersInIt;
    progress.progressed(users, Math.max(users, begun.contents().users()));
  }

  /** Checks a name, because names come from the target and must not lead out of the folder. */
  private static String requirePlain(String name) {
    if (name.startsWith(".") || name.contains("/") || name.contains("\\") || name.contains("\n")) {
      throw new BackupException(
          "\"" + name + "\" cannot be a file's name: rename it at the target.");
    }
    return name;
  }

  FinishedBackup finish(Instant now) {
    BackupManifest manifest = begun.finished(now, files);
    byte[] json = BackupManifestFile.json(manifest, seal);
    folder.write(BackupManifestFile.NAME, json);
    String sum = Checksums.of(json);
    StringBuilder sums = new StringBuilder();
    files.forEach(file -> sums.append(SumsFile.line(file.sha256(), file.name())));
    sums.append(SumsFile.line(sum, BackupManifestFile.NAME));
    folder.write(SumsFile.NAME, sums.toString().getBytes(StandardCharsets.UTF_8));

    List<String> names = new ArrayList<>(files.stream().map(BackupFile::name).toList());
    names.add(BackupManifestFile.NAME);
    names.add(SumsFile.NAME);
    folder.finish(names);
    return new FinishedBackup(
        manifest, recipients.stream().map(Recipient::fingerprint).sorted().toList(), sum);
  }

  @Override
  public void close() {
    folder.close();
  }
}
