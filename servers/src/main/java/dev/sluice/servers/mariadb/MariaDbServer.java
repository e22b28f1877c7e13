package dev.sluice.servers.mariadb;

import dev.sluice.servers.ChildProcess;
import dev.sluice.servers.FreePort;
import dev.sluice.servers.Launch;
import dev.sluice.servers.LogTail;
import dev.sluice.servers.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A MariaDB of its own on 127.0.0.1, created from the programs installed on this machine and empty
 * at each start. Its transactions are isolated as MariaDB does by default ({@code
 * REPEATABLE-READ}).
 */
public final class MariaDbServer implements AutoCloseable {
  private static final String USER = "sluice";
  private static final String PASSWORD = "made-up-for-loopback";

  /** Ends a statement in place of a semicolon, which the body of a trigger has. */
  private static final String DELIMITER = "$$";

  private static final String NAME = "[a-z][a-z0-9_]*";

  private final ChildProcess process;
  private final MariaDbPrograms programs;
  private final Path scratch;
  private final int port;

  private MariaDbServer(ChildProcess process, MariaDbPrograms programs, Path scratch, int port) {
    this.process = process;
    this.programs = programs;
    this.scratch = scratch;
    this.port = port;
  }

  /**
   * Returns whether this machine has what {@link #start} needs: Debian's packages {@code
   * mariadb-server-core} and {@code mariadb-client-core}.
   */
  public static boolean isInstalled() {
    return MariaDbPrograms.find().isPresent();
  }

  /** Starts a fast server for tests, which loses the last writes when the machine goes down. */
  public static MariaDbServer start() {
    MariaDbPrograms programs =
        MariaDbPrograms.find()
            .orElseThrow(() ->
                new ServerException(
                    "No MariaDB on this machine: install your distribution's packages"
                        + " \"mariadb-server-core\" and \"mariadb-client-core\""));
    try {
      Path scratch = Files.createTempDirectory("sluice-mariadb-");
      Path temporary = Files.createDirectory(scratch.resolve("tmp"));
      initialise(programs, scratch, temporary);
      int port = FreePort.find();
      var server = new MariaDbServer(run(programs, scratch, port), programs, scratch, port);
      return server.awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot set up a MariaDB", e);
    }
  }

  private static void initialise(MariaDbPrograms programs, Path scratch, Path temporary) {
    var command =
        List.of(
            programs.setup().toString(),
            "--no-defaults",
            "--datadir=" + scratch.resolve("data"),
            "--tmpdir=" + temporary,
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            "--user=" + System.getProperty("user.name"));
    Path log = scratch.resolve("setup.log");
    if (run(Launch.of(command, scratch, log)) != 0) {
      throw new ServerException(command + " failed:\n" + LogTail.of(log, 10));
    }
  }

  private static ChildProcess run(MariaDbPrograms programs, Path scratch, int port)
      throws IOException {
    // The administrator has no password until this file is run, before the first connection.
    Path first =
        Files.writeString(
            scratch.resolve("first.sql"),
            """
            create user '%s'@'127.0.0.1' identified by '%s';
            grant all on *.* to '%s'@'127.0.0.1';
            delete from mysql.global_priv where user <> '%s';
            flush privileges;
            """
                .formatted(USER, PASSWORD, USER, USER));
    var command =
        List.of(
            programs.server().toString(),
            "--no-defaults",
            "--user=" + System.getProperty("user.name"),
            "--datadir=" + scratch.resolve("data"),
            "--tmpdir=" + scratch.resolve("tmp"),
            "--socket=" + scratch.resolve("socket"),
            "--pid-file=" + scratch.resolve("pid"),
            "--init-file=" + first,
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--skip-name-resolve",
            "--max-connections=300",
            "--innodb-buffer-pool-size=128M",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-doublewrite=0",
            "--skip-log-bin");
    return ChildProcess.start(
        new Launch(
            command,
            Map.of(),
            scratch,
            scratch.resolve("mariadb.log"),
            "TERM",
            Optional.of(scratch)));
  }

  private MariaDbServer awaitReady() {
    try {
      process.awaitReady(() -> runs("mysql", "select 1"), Duration.ofSeconds(60));
      return this;
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /**
   * Creates an empty database with this name (letters, digits, underscores) and returns its URL.
   *
   * @param collation what its columns compare by unless they say otherwise, such as {@code
   *     utf8mb4_general_ci}
   */
  public String createDatabase(String name, String collation) {
    if (!name.matches(NAME) || !collation.matches(NAME)) {
      throw new IllegalArgumentException("Not a plain name: " + name + ", " + collation);
    }
    String charset = collation.substring(0, collation.indexOf('_'));
    String sql =
        "create database %s character set %s collate %s".formatted(name, charset, collation);
    if (!runs("mysql", sql)) {
      throw new ServerException(
          "Cannot create the database %s:%n%s".formatted(name, LogTail.of(clientLog(), 5)));
    }
    return jdbcUrl(name);
  }

  /** Returns the URL of a database of this server. */
  public String jdbcUrl(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
  }

  /** Returns the user who may do anything here. */
  public String user() {
    return USER;
  }

  /** Returns that user's password. */
  public String password() {
    return PASSWORD;
  }

  /**
   * Runs statements in a database of this server and returns the rows' lines, their columns divided
   * by tabs.
   */
  public List<String> query(String database, String sql) {
    try {
      Path rows = Files.createTempFile(scratch, "rows-", ".txt");
      if (run(client(database, sql, rows).withErrors(clientLog())) != 0) {
        throw new ServerException(sql + " failed:\n" + LogTail.of(clientLog(), 5));
      }
      List<String> lines = Files.readAllLines(rows);
      Files.delete(rows);
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it, and removes all it held. */
  @Override
  public void close() {
    process.close();
  }

  private Path clientLog() {
    return scratch.resolve("client.log");
  }

  private boolean runs(String database, String sql) {
    return run(client(database, sql, clientLog())) == 0;
  }

  private Launch client(String database, String sql, Path output) {
    var command =
        new ArrayList<>(
            List.of(
                programs.client().toString(),
                "--no-defaults",
                "--protocol=tcp",
                "--host=127.0.0.1",
                "--port=" + port,
                "--user=" + USER,
                "--default-character-set=utf8mb4",
                "--batch",
                "--skip-column-names",
                "--delimiter=" + DELIMITER,
                "--execute=" + sql,
                database));
    return new Launch(
        command, Map.of("MYSQL_PWD", PASSWORD), scratch, output, "TERM", Optional.empty());
  }

  private static int run(Launch launch) {
    try (var running = ChildProcess.start(launch)) {
      return running.awaitExit();
    }
  }
}
