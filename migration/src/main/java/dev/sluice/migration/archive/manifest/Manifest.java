package dev.sluice.migration.archive.manifest;

import dev.sluice.api.source.PoolDescription;
import dev.sluice.migration.archive.format.ArchivedFile;
import java.time.Instant;
import java.util.List;

/**
 * What is in an archive.
 *
 * @param id 32 hexadecimal digits, drawn when the export began
 * @param pool as it was described when the export ended; its estimate is the pool's own
 * @param writtenBy the version that wrote it
 */
public record Manifest(
    String id,
    PoolDescription pool,
    Instant begun,
    Instant finished,
    String writtenBy,
    List<ArchivedFile> files) {

  /** The only version of the format so far. */
  static final int VERSION = 1;

  static final String FORMAT = "sluice-archive";

  public Manifest {
    files = List.copyOf(files);
  }

  /** Returns how many records there are of one kind. */
  public long records(ArchivedFile.Kind kind) {
    return files(kind).stream().mapToLong(ArchivedFile::records).sum();
  }

  public List<ArchivedFile> files(ArchivedFile.Kind kind) {
    return files.stream().filter(file -> file.kind() == kind).toList();
  }

  /** Returns the size of all files but the manifest. */
  public long bytes() {
    return files.stream().mapToLong(ArchivedFile::bytes).sum();
  }
}
