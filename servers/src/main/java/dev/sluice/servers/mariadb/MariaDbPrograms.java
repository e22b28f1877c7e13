package dev.sluice.servers.mariadb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs of a MariaDB that is installed on this machine.
 *
 * @param server {@code mariadbd}
 * @param setup {@code mariadb-install-db}
 * @param client {@code mariadb}
 */
record MariaDbPrograms(Path server, Path setup, Path client) {

  /** Finds them where Debian puts them, or on the path; empty if one is missing. */
  static Optional<MariaDbPrograms> find() {
    return program("mariadbd")
        .flatMap(server ->
            program("mariadb-install-db")
                .flatMap(setup ->
                    program("mariadb").map(client -> new MariaDbPrograms(server, setup, client))));
  }

  private static Optional<Path> program(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Stream.of("/usr/sbin", "/usr/bin"), Stream.of(path.split(":")))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
