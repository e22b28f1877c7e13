package dev.sluice.migration.archive;

import dev.sluice.api.pool.PoolInventoryJson;
import dev.sluice.migration.archive.format.ArchiveException;
import dev.sluice.migration.archive.format.ArchivedFile;
import dev.sluice.migration.archive.format.ArchivedFile.Kind;
import dev.sluice.migration.archive.format.Checksums;
import dev.sluice.migration.archive.format.ChunkPosition;
import dev.sluice.migration.archive.format.FileNames;
import dev.sluice.migration.archive.manifest.ArchivedGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Compares an archive's files with its manifest, in one pass that keeps nothing in memory. */
final class ArchiveCheck {
  private final ArchiveReader archive;

  ArchiveCheck(ArchiveReader archive) {
    this.archive = archive;
  }

  /**
   * Checks that every file is there, that nothing else is, and that each is byte for byte as it was
   * written.
   *
   * @throws ArchiveException with the first file that is not, and the reason
   */
  void files() {
    refuseStrangers();
    archive.manifest().files().forEach(this::file);
  }

  private void refuseStrangers() {
    Set<String> known = new HashSet<>(List.of(FileNames.MANIFEST, FileNames.CHECKSUM));
    archive.manifest().files().forEach(file -> known.add(file.name()));
    for (String name : ArchiveDirectory.names(archive.directory())) {
      if (!known.contains(name)) {
        throw new ArchiveException(
            archive.directory().resolve(name)
                + " is not a file of this archive: it was added, or renamed. Remove it.");
      }
    }
  }

  private void file(ArchivedFile file) {
    Path path = archive.directory().resolve(file.name());
    try {
      if (!Files.isRegularFile(path)) {
        throw new ArchiveException(path + " is missing.");
      }
      if (Files.size(path) != file.bytes()) {
        throw new ArchiveException(
            "%s has %,d bytes but was written with %,d: it was cut off, or belongs to another archive."
                .formatted(path, Files.size(path), file.bytes()));
      }
      if (!Checksums.of(path).equals(file.sha256())) {
        throw new ArchiveException(
            path
                + " is not as it was written (its SHA-256 differs): it was altered, or belongs"
                + " to another archive.");
      }
    } catch (IOException problem) {
      throw new ArchiveException(path + " cannot be read: " + problem, problem);
    }
  }

  /**
   * Checks that every record of every file can be read, and that there are as many as the manifest
   * says.
   *
   * @throws ArchiveException with the first file that is wrong, and the reason
   */
  void records() {
    for (ArchivedFile file : archive.manifest().files()) {
      if (file.kind() == Kind.CONFIGURATION) {
        PoolInventoryJson.read(archive.document(file));
      } else {
        long found = count(file, reader(file.kind()));
        if (found != file.records()) {
          throw new ArchiveException(
              "%s holds %,d records, but the manifest says %,d."
                  .formatted(archive.directory().resolve(file.name()), found, file.records()));
        }
      }
    }
  }

  private long count(ArchivedFile file, Function<JsonNode, ?> reader) {
    long found = 0;
    ChunkPosition position = ChunkPosition.START;
    while (position.isWithin(file)) {
      ArchiveReader.Page<?> page = archive.read(file, position, reader::apply);
      found += page.records().size();
      position = page.next();
    }
    return found;
  }

  private static Function<JsonNode, ?> reader(Kind kind) {
    return switch (kind) {
      case USERS -> UserJson::in;
      case GROUPS -> ArchivedGroup::in;
      case MEMBERS -> MemberJson::in;
      case CONFIGURATION -> Function.identity();
    };
  }
}
