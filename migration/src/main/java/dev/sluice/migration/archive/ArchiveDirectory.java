package dev.sluice.migration.archive;

import dev.sluice.migration.archive.format.ArchiveException;
import dev.sluice.migration.archive.format.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** What a directory can be used for. */
public enum ArchiveDirectory {
  /** Nothing is there: an export may begin. */
  EMPTY,
  /** An export was cut short here: it may be resumed. */
  UNFINISHED,
  /** A finished archive is there. */
  FINISHED,
  /** Something else is there: nothing may be written. */
  FOREIGN;

  /**
   * Examines a directory, which need not exist.
   *
   * @throws ArchiveException when it cannot be read
   */
  public static ArchiveDirectory of(Path directory) {
    if (Files.exists(directory.resolve(FileNames.MANIFEST))) {
      return FINISHED;
    }
    if (Files.isDirectory(directory.resolve(FileNames.UNFINISHED))) {
      return UNFINISHED;
    }
    return !Files.exists(directory) || isEmpty(directory) ? EMPTY : FOREIGN;
  }

  private static boolean isEmpty(Path directory) {
    return Files.isDirectory(directory) && names(directory).isEmpty();
  }

  /** Makes a directory that its owner alone can read, where there is none yet. */
  static void makeForItsOwnerOnly(Path directory) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** Returns the names of all that is in a directory, except what an export needs to resume. */
  static List<String> names(Path directory) {
    try (Stream<Path> all = Files.list(directory)) {
      return all.map(path -> String.valueOf(path.getFileName()))
          .filter(name -> !name.equals(FileNames.UNFINISHED))
          .sorted()
          .toList();
    } catch (IOException problem) {
      throw new ArchiveException(directory + " cannot be read: " + problem, problem);
    }
  }
}
