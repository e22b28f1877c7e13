package dev.sluice.migration.archive.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * How a file is cut into chunks, so that it can be cut off at, and read from, any of them. Each
 * begins with a header that Zstandard's own tools skip (RFC 8878, skippable frames), so that {@code
 * zstd -dc} prints a file that is not encrypted.
 */
public final class Chunks {
  public static final int HEADER = 12;
  private static final int SKIPPABLE = 0x184D2A5E;

  private Chunks() {}

  /** Returns a chunk with its header. */
  public static ByteBuffer withHeader(byte[] chunk) {
    return ByteBuffer.allocate(HEADER + chunk.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(SKIPPABLE)
        .putInt(Integer.BYTES)
        .putInt(chunk.length)
        .put(chunk)
        .flip();
  }

  /**
   * Reads the chunk whose header begins here.
   *
   * @throws ArchiveException when none begins here, or it is cut off
   */
  public static byte[] read(FileChannel file, long offset, String where) throws IOException {
    ByteBuffer header = bytes(file, offset, HEADER, where).order(ByteOrder.LITTLE_ENDIAN);
    boolean ours = header.getInt() == SKIPPABLE && header.getInt() == Integer.BYTES;
    int length = header.getInt();
    if (!ours || length < 0 || length > Compression.MOST) {
      throw new ArchiveException(where + " does not begin at byte " + offset + ".");
    }
    return bytes(file, offset + HEADER, length, where).array();
  }

  private static ByteBuffer bytes(FileChannel file, long offset, int length, String where)
      throws IOException {
    if (offset + length > file.size()) {
      throw new ArchiveException(where + " is cut off.");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes, offset + bytes.position()) >= 0) {
      // A read may return fewer bytes than requested.
    }
    return bytes.flip();
  }
}
