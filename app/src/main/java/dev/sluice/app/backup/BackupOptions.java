package dev.sluice.app.backup;

import dev.sluice.app.cli.HelpOption;
import dev.sluice.migration.archive.seal.ArchiveKey;
import dev.sluice.migration.backup.StoredBackup;
import dev.sluice.migration.run.ConditionException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that open a backup and say which one it must be. */
final class BackupOptions {
  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The private key that opens an encrypted backup.")
  private @Nullable Path key;

  @Option(
      names = "--sha256",
      paramLabel = "SUM",
      description =
          "The sum that backup printed; any other backup is refused, even if it is whole.")
  private @Nullable String sha256;

  @Mixin HelpOption help = new HelpOption();

  // Failures reads it from the raw arguments, because it also counts if parsing fails.
  @Option(names = "--debug", description = "Print a stack trace if the command fails.")
  boolean debug;

  /** Opens a backup after it has checked every byte. */
  StoredBackup open(Path directory) {
    StoredBackup backup =
        StoredBackup.open(directory, Optional.ofNullable(key).map(ArchiveKey::read));
    if (sha256 != null && !sha256.toLowerCase(Locale.ROOT).equals(backup.sha256())) {
      throw new ConditionException(
          directory
              + " holds another backup: the SHA-256 of its manifest is "
              + backup.sha256()
              + ".");
    }
    return backup;
  }
}
