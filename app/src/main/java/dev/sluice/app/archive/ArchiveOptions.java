package dev.sluice.app.archive;

import dev.sluice.api.source.UserSource;
import dev.sluice.app.wiring.Components;
import dev.sluice.migration.archive.ArchiveSource;
import dev.sluice.migration.archive.seal.ArchiveKey;
import dev.sluice.migration.run.ConditionException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that open an archive and say which one it must be. */
public final class ArchiveOptions {
  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The private key that opens an encrypted archive.")
  private @Nullable Path key;

  @Option(
      names = "--sha256",
      paramLabel = "SUM",
      description =
          "The sum that export printed; any other archive is refused, even if it is whole.")
  private @Nullable String sha256;

  /**
   * Returns the users of the named archive, which must be of the pool; if none is named, the
   * pool's.
   */
  public UserSource source(@Nullable Path from, Components components) {
    return from == null
        ? components.source()
        : open(from, components.config().source().userPoolId());
  }

  /** Opens an archive after it has checked every byte. */
  ArchiveSource open(Path directory) {
    ArchiveSource source =
        ArchiveSource.open(directory, Optional.ofNullable(key).map(ArchiveKey::read));
    String found = source.archive().sha256();
    if (sha256 != null && !sha256.toLowerCase(Locale.ROOT).equals(found)) {
      throw new ConditionException(
          directory + " holds another archive: the SHA-256 of its manifest is " + found + ".");
    }
    return source;
  }

  /** Opens an archive in the same way and refuses one of another pool. */
  private ArchiveSource open(Path directory, String pool) {
    ArchiveSource source = open(directory);
    String found = source.describe().id();
    if (!found.equals(pool)) {
      throw new ConditionException(
          ("%s is an archive of pool %s, but sluice.yaml names pool %s. Use an archive of that"
                  + " pool, or correct source.cognito.user-pool-id.")
              .formatted(directory, found, pool));
    }
    return source;
  }
}
