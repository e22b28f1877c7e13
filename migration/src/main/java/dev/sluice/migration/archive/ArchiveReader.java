package dev.sluice.migration.archive;

import dev.sluice.migration.archive.format.ArchiveException;
import dev.sluice.migration.archive.format.ArchivedFile;
import dev.sluice.migration.archive.format.Checksums;
import dev.sluice.migration.archive.format.ChunkPosition;
import dev.sluice.migration.archive.format.Chunks;
import dev.sluice.migration.archive.format.Compression;
import dev.sluice.migration.archive.format.FileNames;
import dev.sluice.migration.archive.format.Lines;
import dev.sluice.migration.archive.manifest.FinishedArchive;
import dev.sluice.migration.archive.manifest.Manifest;
import dev.sluice.migration.archive.manifest.ManifestFile;
import dev.sluice.migration.archive.seal.ArchiveKey;
import dev.sluice.migration.archive.seal.ContentOpener;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the files of an archive whose manifest is as it was written. */
final class ArchiveReader {
  private final Path directory;
  private final FinishedArchive archive;
  private final ContentOpener opener;

  private ArchiveReader(Path directory, FinishedArchive archive, ContentOpener opener) {
    this.directory = directory;
    this.archive = archive;
    this.opener = opener;
  }

  /** Reads the manifest; the other files are not read yet. */
  static ArchiveReader open(Path directory, Optional<ArchiveKey> key) {
    byte[] bytes = bytes(directory, FileNames.MANIFEST);
    String sha256 = Checksums.of(bytes);
    String written = new String(bytes(directory, FileNames.CHECKSUM), StandardCharsets.US_ASCII);
    if (!written.equals(sha256 + "  " + FileNames.MANIFEST + "\n")) {
      throw new ArchiveException(
          directory.resolve(FileNames.MANIFEST)
              + " is not as it was written: its SHA-256 is not the one in "
              + FileNames.CHECKSUM
              + ".");
    }
    ManifestFile.Opened opened = manifest(directory, bytes, key);
    FinishedArchive archive = new FinishedArchive(opened.manifest(), sha256, opened.recipients());
    return new ArchiveReader(directory, archive, opened.opener());
  }

  private static byte[] bytes(Path directory, String name) {
    try {
      return Files.readAllBytes(directory.resolve(name));
    } catch (NoSuchFileException missing) {
      throw new ArchiveException(
          ArchiveDirectory.of(directory) == ArchiveDirectory.UNFINISHED
              ? directory + " holds an unfinished export: resume it with sluice export --to."
              : directory.resolve(name) + " is missing: this is not a complete archive.");
    } catch (IOException problem) {
      throw new ArchiveException(directory.resolve(name) + " cannot be read: " + problem, problem);
    }
  }

  private static ManifestFile.Opened manifest(
      Path directory, byte[] bytes, Optional<ArchiveKey> key) {
    try {
      return ManifestFile.open(Lines.JSON.readTree(bytes), key);
    } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
      throw new ArchiveException(
          directory.resolve(FileNames.MANIFEST) + " is not a manifest: " + unreadable.getMessage(),
          unreadable);
    }
  }

  Path directory() {
    return directory;
  }

  FinishedArchive archive() {
    return archive;
  }

  Manifest manifest() {
    return archive.manifest();
  }

  /** Reads a file that is one document. */
  JsonNode document(ArchivedFile file) {
    byte[] json = opener.open(file.name(), 0, bytes(directory, file.name()));
    try {
      return Lines.JSON.readTree(json);
    } catch (JacksonException unreadable) {
      throw new ArchiveException(
          directory.resolve(file.name()) + " is not JSON: " + unreadable.getOriginalMessage(),
          unreadable);
    }
  }

  /**
   * A chunk's records.
   *
   * @param next where the next chunk is
   */
  record Page<T>(List<T> records, ChunkPosition next) {}

  <T> Page<T> read(ArchivedFile file, ChunkPosition position, Function<JsonNode, T> reader) {
    String where = directory.resolve(file.name()) + ", chunk " + position.chunk();
    try (FileChannel channel = FileChannel.open(directory.resolve(file.name()))) {
      byte[] sealed = Chunks.read(channel, position.offset(), where);
      byte[] frame = opener.open(file.name(), position.chunk(), sealed);
      List<T> records = Lines.in(Compression.expand(frame, where), reader, where);
      return new Page<>(records, position.after(Chunks.HEADER + sealed.length));
    } catch (IOException problem) {
      throw new ArchiveException(where + " cannot be read: " + problem, problem);
    }
  }
}
