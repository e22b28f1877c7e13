package dev.sluice.migration.archive;

import dev.sluice.api.source.MemberPage;
import dev.sluice.api.source.UserPage;
import dev.sluice.migration.archive.format.ArchiveException;
import dev.sluice.migration.archive.format.Chunks;
import dev.sluice.migration.archive.format.Compression;
import dev.sluice.migration.archive.format.FileNames;
import dev.sluice.migration.archive.format.Lines;
import dev.sluice.migration.archive.format.WholeFile;
import dev.sluice.migration.archive.seal.ContentSealer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * One file of an archive that is being written, page by page. A page is on disk before its position
 * is recorded, and anything behind the recorded length is cut off. A kill at any moment therefore
 * loses one page at most, and duplicates none. For one thread.
 */
public final class ArchivePart implements AutoCloseable {
  private final String name;
  private final Path stateFile;
  private final ContentSealer sealer;
  private final FileChannel data;
  private PartState state;

  private ArchivePart(String name, Path stateFile, ContentSealer sealer, FileChannel data)
      throws IOException {
    this.name = name;
    this.stateFile = stateFile;
    this.sealer = sealer;
    this.data = data;
    this.state = recorded(stateFile);
    if (data.size() < state.bytes()) {
      state = PartState.START;
    }
    data.truncate(state.bytes());
  }

  static ArchivePart open(Path directory, String name, ContentSealer sealer) {
    try {
      Path states = directory.resolve(FileNames.UNFINISHED);
      FileChannel data =
          FileChannel.open(
              directory.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return new ArchivePart(name, states.resolve(name + ".state"), sealer, data);
    } catch (IOException problem) {
      throw failed(name, problem);
    }
  }

  private static PartState recorded(Path stateFile) throws IOException {
    if (!Files.exists(stateFile)) {
      return PartState.START;
    }
    try {
      return PartState.in(Files.readAllBytes(stateFile));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return PartState.START;
    }
  }

  /** Returns where the source resumes; null at the start. */
  public @Nullable String position() {
    return state.position();
  }

  /** Returns whether the last page has been written. */
  public boolean finished() {
    return state.finished();
  }

  /** Returns how many records are in it. */
  public long records() {
    return state.records();
  }

  /** Writes one page of users, which is on disk when this returns. */
  public void append(UserPage page) {
    append(page.users().stream().map(UserJson::of).toList(), page.next());
  }

  /** Writes one page of a group's members, which is on disk when this returns. */
  public void append(MemberPage page) {
    append(page.members().stream().map(MemberJson::of).toList(), page.next());
  }

  void append(List<ObjectNode> lines, @Nullable String next) {
    try {
      byte[] frame = Compression.compress(Lines.of(lines));
      ByteBuffer chunk = Chunks.withHeader(sealer.seal(name, state.chunks(), frame));
      PartState after = state.after(lines.size(), chunk.remaining(), next);
      data.position(state.bytes());
      while (chunk.hasRemaining()) {
        data.write(chunk);
      }
      data.force(false);
      WholeFile.write(stateFile, after.json());
      state = after;
    } catch (IOException problem) {
      throw failed(name, problem);
    }
  }

  /** Starts the file again from its beginning. */
  public void restart() {
    try {
      WholeFile.write(stateFile, PartState.START.json());
      state = PartState.START;
      data.truncate(0);
    } catch (IOException problem) {
      throw failed(name, problem);
    }
  }

  PartState state() {
    return state;
  }

  private static ArchiveException failed(String name, IOException problem) {
    return new ArchiveException(
        name
            + " cannot be written: "
            + problem
            + ". Make room or repair the disk, and run it"
            + " again.",
        problem);
  }

  @Override
  public void close() {
    try {
      data.close();
    } catch (IOException problem) {
      throw failed(name, problem);
    }
  }
}
