package dev.sluice.migration.archive.format;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;

/** Zstandard frames (RFC 8878) that hold their contents' size and a checksum. */
public final class Compression {
  /**
   * The most that one chunk may hold. 60 users with 70 attributes of 2,048 control characters each,
   * which take six letters, stay below it.
   */
  static final int MOST = 64 << 20;

  private static final int LEVEL = 3;

  private Compression() {}

  public static byte[] compress(byte[] content) {
    if (content.length > MOST) {
      throw new ArchiveException("A page of %,d bytes is too large.".formatted(content.length));
    }
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      return context.setLevel(LEVEL).setChecksum(true).compress(content);
    }
  }

  /**
   * Expands one frame.
   *
   * @throws ArchiveException when this is no frame that Sluice wrote
   */
  public static byte[] expand(byte[] frame, String where) {
    long size = Zstd.getFrameContentSize(frame);
    if (size < 0 || size > MOST) {
      throw new ArchiveException(where + " is not compressed as it should be.");
    }
    try {
      return Zstd.decompress(frame, (int) size);
    } catch (ZstdException broken) {
      throw new ArchiveException(where + " cannot be expanded: " + broken.getMessage(), broken);
    }
  }
}
