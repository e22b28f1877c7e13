package dev.sluice.migration.assess.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file for what does not fit into memory. On Unix it loses its name once it is open, so it
 * disappears when this process ends, however it ends. Safe for use by many threads.
 */
public final class ScratchFile implements AutoCloseable {
  private final FileChannel channel;
  private long size;

  private ScratchFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Creates a file that is deleted when it is closed.
   *
   * @throws UncheckedIOException when the folder cannot be written
   */
  public static ScratchFile in(Path folder) {
    try {
      Path file = Files.createTempFile(folder, "sluice-assess", ".scratch");
      return new ScratchFile(
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Appends all that is in the buffer, and returns where it begins. */
  synchronized long append(ByteBuffer bytes) {
    long start = size;
    try {
      while (bytes.hasRemaining()) {
        size += channel.write(bytes, size);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return start;
  }

  /** Writes over what is at a place. */
  void overwrite(ByteBuffer bytes, long place) {
    try {
      long to = place;
      while (bytes.hasRemaining()) {
        to += channel.write(bytes, to);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Fills the buffer from a place, as far as the file reaches. */
  void read(ByteBuffer into, long place) {
    try {
      long from = place;
      int read = 0;
      while (into.hasRemaining() && read >= 0) {
        read = channel.read(into, from);
        from += read;
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Returns the size in bytes. */
  public synchronized long size() {
    return size;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
