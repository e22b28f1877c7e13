package dev.sluice.servers;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Copying and deleting whole directories. */
public final class DirectoryTree {
  private DirectoryTree() {}

  /** What happens to each file of a tree that is copied. */
  @FunctionalInterface
  interface FileCopy {
    void copy(Path from, Path to) throws IOException;
  }

  /** Copies the files with their times and permissions. */
  public static void copy(Path from, Path to) throws IOException {
    walk(from, to, (f, t) -> Files.copy(f, t, StandardCopyOption.COPY_ATTRIBUTES));
  }

  /** Gives the files a second name; they must never be written to in place. */
  public static void link(Path from, Path to) throws IOException {
    walk(from, to, (f, t) -> Files.createLink(t, f));
  }

  private static void walk(Path from, Path to, FileCopy each) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(dir)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            each.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Deletes it with all it holds, following no links; one that does not exist is no error. */
  static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException problem)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
