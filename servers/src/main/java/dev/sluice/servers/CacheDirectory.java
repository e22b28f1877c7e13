package dev.sluice.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A directory of things that are expensive to make and the same each time. An entry appears whole
 * or not at all, and is made once even when several processes want it at the same moment.
 */
public final class CacheDirectory {
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private final Path root;

  /** Creates a cache at this place, which need not exist yet. */
  public CacheDirectory(Path root) {
    this.root = root.toAbsolutePath();
  }

  /** Returns the place that {@code SLUICE_CACHE} names, or {@code ~/.cache/sluice}. */
  public static CacheDirectory ofUser() {
    String named = System.getenv("SLUICE_CACHE");
    return new CacheDirectory(
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache", "sluice")
            : Path.of(named));
  }

  /** Returns the entry's directory, which {@code make} fills when there is none yet. */
  public Path entry(String name, Consumer<Path> make) {
    Path entry = root.resolve(name);
    if (Files.isDirectory(entry)) {
      return entry;
    }
    IN_THIS_PROCESS.lock();
    try {
      Files.createDirectories(root);
      return makeAlone(entry, make);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to the cache " + root, e);
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }

  private Path makeAlone(Path entry, Consumer<Path> make) throws IOException {
    Path lockFile = root.resolve(entry.getFileName() + ".lock");
    try (var channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (held.isValid() && !Files.isDirectory(entry)) {
        Path unfinished = root.resolve(entry.getFileName() + ".unfinished");
        DirectoryTree.delete(unfinished);
        Files.createDirectories(unfinished);
        make.accept(unfinished);
        Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return entry;
  }
}
