package dev.sluice.app.backup;

import dev.sluice.migration.backup.BackupManifest;
import dev.sluice.migration.backup.FinishedBackup;
import dev.sluice.migration.backup.StoredBackup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Formats what a backup holds as text and as JSON. */
public final class BackupText {
  private static final String IN_CLEAR =
      "It is NOT encrypted and holds password hashes, client secrets and private keys: anyone who"
          + " reads it can crack passwords offline and sign tokens.";

  private BackupText() {}

  /** Formats a backup that was just made. */
  public static List<String> made(FinishedBackup backup, Path directory) {
    BackupManifest manifest = backup.manifest();
    Duration taken = Duration.between(manifest.begun(), manifest.finished());
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "The backup finished in %d min %02d s.",
            taken.toMinutes(),
            taken.toSecondsPart()));
    lines.addAll(contents(backup, directory));
    lines.add(
        "Keep that sum elsewhere. Then sluice backup verify "
            + directory
            + " --sha256 SUM refuses any other backup.");
    return lines;
  }

  /** Formats a backup that was written decrypted. */
  public static List<String> opened(FinishedBackup backup, Path directory) {
    List<String> lines = new ArrayList<>(List.of("The backup is decrypted."));
    lines.addAll(contents(backup, directory));
    lines.add("Restore it as docs/backup.md says, then remove " + directory + ".");
    return lines;
  }

  /** Formats a backup that was checked. */
  public static List<String> verified(StoredBackup backup, Path directory) {
    List<String> lines = new ArrayList<>(List.of("The backup is whole and unchanged."));
    lines.addAll(
        backup
            .contents()
            .map(contents -> contents(contents, directory))
            .orElseGet(() ->
                List.of(
                    "Its checksums were verified, but not its contents, because it is encrypted to "
                        + String.join(", ", backup.recipients())
                        + ". To verify the contents too, give the private key with --key.",
                    sum(backup.sha256()))));
    return lines;
  }

  private static List<String> contents(FinishedBackup backup, Path directory) {
    BackupManifest manifest = backup.manifest();
    return List.of(
        String.format(
            Locale.ROOT,
            "%s: %,d users of %s (%s %s), as of %s to %s; %,d files, %,.1f MB.",
            directory,
            manifest.users(),
            manifest.contents().name(),
            manifest.target(),
            manifest.contents().version(),
            manifest.begun(),
            manifest.finished(),
            manifest.files().size(),
            manifest.bytes() / 1e6),
        backup.recipients().isEmpty()
            ? IN_CLEAR
            : "It is encrypted to " + String.join(", ", backup.recipients()) + ".",
        sum(backup.sha256()));
  }

  private static String sum(String sha256) {
    return "SHA-256 of its manifest: " + sha256;
  }

  /** Formats what is known of a backup whose contents may not have been decrypted. */
  public static ObjectNode json(StoredBackup backup, Path directory) {
    return backup
        .contents()
        .map(contents -> json(contents, directory))
        .orElseGet(
            () -> json(directory, backup.sha256(), backup.recipients()).put("opened", false));
  }

  public static ObjectNode json(FinishedBackup backup, Path directory) {
    BackupManifest manifest = backup.manifest();
    return json(directory, backup.sha256(), backup.recipients())
        .put("opened", true)
        .put("backup", manifest.id())
        .put("target", manifest.target())
        .put("name", manifest.contents().name())
        .put("targetVersion", manifest.contents().version())
        .put("begun", manifest.begun().toString())
        .put("finished", manifest.finished().toString())
        .put("users", manifest.users())
        .put("files", manifest.files().size())
        .put("bytes", manifest.bytes());
  }

  private static ObjectNode json(Path directory, String sha256, List<String> recipients) {
    ObjectNode json =
        JsonMapper.shared()
            .createObjectNode()
            .put("directory", directory.toString())
            .put("sha256", sha256);
    ArrayNode all = json.putArray("recipients");
    recipients.forEach(all::add);
    return json;
  }
}
