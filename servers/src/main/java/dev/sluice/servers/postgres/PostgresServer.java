package dev.sluice.servers.postgres;

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
 * A PostgreSQL of its own on 127.0.0.1, created from the programs installed on this machine and
 * empty at each start.
 */
public final class PostgresServer implements AutoCloseable {
  /** The database that exists from the start. */
  public static final String DATABASE = "sluice";

  private static final String USER = "sluice";
  private static final String PASSWORD = "made-up-for-loopback";
  private static final List<String> NOT_DURABLE =
      List.of("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off");

  private final ChildProcess process;
  private final Path binaries;
  private final Path scratch;
  private final int port;

  private PostgresServer(ChildProcess process, Path binaries, Path scratch, int port) {
    this.process = process;
    this.binaries = binaries;
    this.scratch = scratch;
    this.port = port;
  }

  /**
   * Returns whether this machine has what {@link #start} needs: Debian's package {@code
   * postgresql}.
   */
  public static boolean isInstalled() {
    return PostgresBinaries.find().isPresent();
  }

  /** Starts a fast server for tests, which loses the last writes when the machine goes down. */
  public static PostgresServer start() {
    return start(NOT_DURABLE);
  }

  /**
   * Starts a server that waits for the disk as in production, for benchmarks. Its memory and its
   * distance of checkpoints are those that PostgreSQL's manual advises for a server with 8 GB and
   * for filling a database (19.4.1, 14.4.6).
   */
  public static PostgresServer startDurable() {
    return start(List.of("-c", "shared_buffers=2GB", "-c", "max_wal_size=8GB"));
  }

  private static PostgresServer start(List<String> settings) {
    Path binaries =
        PostgresBinaries.find()
            .orElseThrow(() ->
                new ServerException(
                    "No PostgreSQL on this machine: install your distribution's \"postgresql\" package"));
    try {
      Path scratch = Files.createTempDirectory("sluice-postgres-");
      UnprivilegedUser.own(scratch);
      initialise(binaries, scratch);
      int port = FreePort.find();
      var server =
          new PostgresServer(run(binaries, scratch, port, settings), binaries, scratch, port);
      return server.awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot set up a PostgreSQL", e);
    }
  }

  private static void initialise(Path binaries, Path scratch) throws IOException {
    Path password = Files.writeString(scratch.resolve("password"), PASSWORD);
    UnprivilegedUser.own(password);
    var command =
        List.of(
            binaries.resolve("initdb").toString(),
            "--pgdata=" + scratch.resolve("data"),
            "--username=" + USER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync");
    succeed(UnprivilegedUser.run(command), Map.of(), scratch);
  }

  private static ChildProcess run(Path binaries, Path scratch, int port, List<String> settings)
      throws IOException {
    var command = new ArrayList<>(List.of(binaries.resolve("postgres").toString()));
    command.addAll(List.of("-D", scratch.resolve("data").toString(), "-p", String.valueOf(port)));
    command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
    command.addAll(List.of("-c", "shared_buffers=256MB", "-c", "max_connections=200"));
    command.addAll(settings);
    // INT is PostgreSQL's "fast" shutdown; TERM would wait for every client to leave.
    return ChildProcess.start(
        new Launch(
            UnprivilegedUser.run(command),
            Map.of(),
            scratch,
            scratch.resolve("postgres.log"),
            "INT",
            Optional.of(scratch)));
  }

  private PostgresServer awaitReady() {
    try {
      process.awaitReady(() -> psql("postgres", "select 1") == 0, Duration.ofSeconds(60));
      createDatabase(DATABASE);
      return this;
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /**
   * Creates an empty database with this name (letters, digits, underscores) and returns its URL.
   */
  public String createDatabase(String name) {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("Not a plain database name: " + name);
    }
    if (psql("postgres", "create database " + name) != 0) {
      throw new ServerException(
          "Cannot create the database %s:%n%s".formatted(name, LogTail.of(clientLog(), 5)));
    }
    return jdbcUrl(name);
  }

  /** Returns the URL of the database that exists from the start. */
  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  /** Returns the URL of a database of this server. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Returns the user who owns every database here. */
  public String user() {
    return USER;
  }

  /** Returns that user's password. */
  public String password() {
    return PASSWORD;
  }

  /**
   * Prepares {@code psql} on a database of this server; the caller adds commands or options and
   * starts it.
   */
  public ProcessBuilder psql(String database, List<String> more) {
    var command = new ArrayList<>(psql(database));
    command.addAll(more);
    var psql = new ProcessBuilder(command);
    psql.environment().put("PGPASSWORD", PASSWORD);
    return psql;
  }

  /** Stops it, and removes all it held. */
  @Override
  public void close() {
    process.close();
  }

  private Path clientLog() {
    return scratch.resolve("client.log");
  }

  private int psql(String database, String sql) {
    var command = new ArrayList<>(psql(database));
    command.add("--command=" + sql);
    return run(command, Map.of("PGPASSWORD", PASSWORD), scratch, clientLog());
  }

  private List<String> psql(String database) {
    return List.of(
        binaries.resolve("psql").toString(),
        "--no-psqlrc",
        "--host=127.0.0.1",
        "--port=" + port,
        "--username=" + USER,
        "--dbname=" + database);
  }

  private static void succeed(List<String> command, Map<String, String> environment, Path scratch) {
    Path log = scratch.resolve("setup.log");
    if (run(command, environment, scratch, log) != 0) {
      throw new ServerException(command + " failed:\n" + LogTail.of(log, 10));
    }
  }

  private static int run(
      List<String> command, Map<String, String> environment, Path directory, Path log) {
    var launch = new Launch(command, environment, directory, log, "TERM", Optional.empty());
    try (var running = ChildProcess.start(launch)) {
      return running.awaitExit();
    }
  }
}
