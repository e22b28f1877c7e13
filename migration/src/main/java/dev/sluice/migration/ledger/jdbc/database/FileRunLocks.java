package dev.sluice.migration.ledger.jdbc.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Locks on files beside the database; the operating system frees them when a process ends. */
public final class FileRunLocks implements RunLocks {
  /**
   * The files that this process holds. On Linux, closing any channel to a file frees this process's
   * locks on it, so a file that is locked here must not even be opened again.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path database;
  private final LedgerAddress ledgerAddress;

  public FileRunLocks(Path database, LedgerAddress ledgerAddress) {
    this.database = database;
    this.ledgerAddress = ledgerAddress;
  }

  @Override
  public Optional<Held> take(String kind) {
    return lock(kind, FileChannel::tryLock);
  }

  /** Waits until other processes have released a lock. */
  Optional<Held> await(String kind) {
    return lock(kind, FileChannel::lock);
  }

  private Optional<Held> lock(String kind, Locking locking) {
    try {
      Path file =
          database
              .resolveSibling(".")
              .toRealPath()
              .resolve(database.getFileName() + "." + kind + ".lock");
      return OURS.add(file) ? lock(file, locking) : Optional.empty();
    } catch (IOException problem) {
      throw DatabaseProblems.describe(ledgerAddress, "lock", problem);
    }
  }

  private static Optional<Held> lock(Path file, Locking locking) throws IOException {
    boolean locked = false;
    FileChannel channel = open(file);
    try {
      locked = locking.on(channel) != null;
      return locked ? Optional.of(() -> free(file, channel)) : Optional.empty();
    } finally {
      if (!locked) {
        free(file, channel);
      }
    }
  }

  private static FileChannel open(Path file) throws IOException {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException problem) {
      OURS.remove(file);
      throw problem;
    }
  }

  private static void free(Path file, FileChannel channel) {
    try {
      channel.close();
    } catch (IOException problem) {
      throw new UncheckedIOException("Cannot release " + file, problem);
    } finally {
      OURS.remove(file);
    }
  }

  @FunctionalInterface
  private interface Locking {
    @Nullable FileLock on(FileChannel channel) throws IOException;
  }
}
