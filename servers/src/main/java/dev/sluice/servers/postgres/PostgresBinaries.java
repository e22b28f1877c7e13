package dev.sluice.servers.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of a PostgreSQL that is installed on this machine. */
final class PostgresBinaries {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private PostgresBinaries() {}

  /**
   * Returns the directory with {@code initdb} and {@code postgres}: Debian's newest, or one on the
   * path.
   */
  static Optional<Path> find() {
    return Stream.concat(debian(), onPath()).filter(PostgresBinaries::isComplete).findFirst();
  }

  private static boolean isComplete(Path directory) {
    return Stream.of("initdb", "postgres", "psql")
        .allMatch(name -> Files.isExecutable(directory.resolve(name)));
  }

  private static Stream<Path> debian() {
    if (!Files.isDirectory(DEBIAN)) {
      return Stream.empty();
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      List<Path> newestFirst =
          versions
              .sorted(Comparator.comparingInt(PostgresBinaries::version).reversed())
              .map(version -> version.resolve("bin"))
              .toList();
      return newestFirst.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(Path directory) {
    String name = directory.getFileName().toString();
    return name.chars().allMatch(Character::isDigit) ? Integer.parseInt(name) : 0;
  }

  private static Stream<Path> onPath() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator)).filter(p -> !p.isEmpty()).map(Path::of);
  }
}
