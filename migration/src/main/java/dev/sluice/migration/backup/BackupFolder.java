package dev.sluice.migration.backup;

import dev.sluice.migration.run.ConditionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a backup is written to. Until the backup is complete, its files are in a folder
 * of their own inside it. An unfinished backup is removed, because it holds hashes.
 */
final class BackupFolder implements AutoCloseable {
  static final String UNFINISHED = "unfinished";

  private final Path folder;
  private final Path unfinished;
  private final boolean made;
  private final List<Path> ours = new ArrayList<>();
  private boolean finished;

  private BackupFolder(Path folder, Path unfinished, boolean made) {
    this.folder = folder;
    this.unfinished = unfinished;
    this.made = made;
    ours.add(unfinished);
  }

  /**
   * Examines a folder, which need not exist.
   *
   * @throws ConditionException when something is in it
   */
  static void requireEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new ConditionException(folder + " is not a folder: name another.");
    }
    List<String> names = names(folder);
    if (names.contains(UNFINISHED)) {
      throw new ConditionException(
          folder
              + " holds a backup that was cut short, with hashes in it: remove it, or name"
              + " another folder.");
    }
    if (!names.isEmpty()) {
      throw new ConditionException(
          folder + " is not empty: each backup needs a folder of its own. Name another.");
    }
  }

  static BackupFolder begin(Path folder) {
    requireEmpty(folder);
    boolean made = !Files.exists(folder);
    try {
      if (made) {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        PrivateFiles.folder(folder);
      }
      return new BackupFolder(folder, PrivateFiles.folder(folder.resolve(UNFINISHED)), made);
    } catch (IOException problem) {
      throw notWritten(folder, problem);
    }
  }

  void write(String name, byte[] content) {
    try {
      PrivateFiles.write(unfinished.resolve(name), content);
    } catch (IOException problem) {
      throw notWritten(folder, problem);
    }
  }

  /**
   * Moves the files to their final place, in this order, so that the last one shows that all are
   * there.
   */
  void finish(List<String> names) {
    try {
      for (String name : names) {
        ours.add(folder.resolve(name));
        Files.move(unfinished.resolve(name), ours.getLast(), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.delete(unfinished);
    } catch (IOException problem) {
      throw notWritten(folder, problem);
    }
    finished = true;
  }

  /** Returns the names of all that is in a folder. */
  static List<String> names(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    } catch (IOException problem) {
      throw new BackupException(folder + " cannot be read: " + problem, problem);
    }
  }

  private static BackupException notWritten(Path folder, IOException problem) {
    return new BackupException(
        "The backup cannot be written to "
            + folder
            + ": "
            + problem
            + ". The part that was written is removed.",
        problem);
  }

  @Override
  public void close() {
    if (finished) {
      return;
    }
    try {
      if (Files.exists(unfinished)) {
        for (String name : names(unfinished)) {
          Files.delete(unfinished.resolve(name));
        }
      }
      for (Path file : ours) {
        Files.deleteIfExists(file);
      }
      if (made) {
        Files.delete(folder);
      }
    } catch (IOException problem) {
      throw new BackupException(
          folder
              + " holds parts of a backup, with hashes in it, and they cannot be removed: "
              + problem
              + ". Remove them.",
          problem);
    }
  }
}
