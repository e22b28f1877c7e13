package dev.sluice.migration.archive.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a chunk begins.
 *
 * @param chunk its number in its file, from 0
 * @param offset of its header, in bytes
 */
public record ChunkPosition(long chunk, long offset) {
  public static final ChunkPosition START = new ChunkPosition(0, 0);
  private static final Pattern WRITTEN = Pattern.compile("chunk-(\\d{1,18})-at-(\\d{1,18})");

  public static Optional<ChunkPosition> in(String text) {
    Matcher parts = WRITTEN.matcher(text);
    return parts.matches()
        ? Optional.of(
            new ChunkPosition(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  public ChunkPosition after(long length) {
    return new ChunkPosition(chunk + 1, offset + length);
  }

  public boolean isWithin(ArchivedFile file) {
    return chunk < file.chunks() && offset < file.bytes();
  }

  @Override
  public String toString() {
    return "chunk-" + chunk + "-at-" + offset;
  }
}
