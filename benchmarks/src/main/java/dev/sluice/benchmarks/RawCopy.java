package dev.sluice.benchmarks;

import dev.sluice.servers.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rows of a realm's users, taken out of Keycloak's tables and put back by {@code psql} and
 * {@code COPY} alone: what PostgreSQL itself can do on this machine, with the same indexes and
 * constraints.
 */
final class RawCopy implements AutoCloseable {
  /** Parents before children. */
  private static final List<String> TABLES =
      List.of(
          "user_entity",
          "user_role_mapping",
          "user_attribute",
          "user_group_membership",
          "federated_identity",
          "user_required_action");

  private final PostgresServer postgres;
  private final Path directory;
  private final String users;

  RawCopy(PostgresServer postgres, String realm) throws IOException {
    this.postgres = postgres;
    this.directory = Files.createTempDirectory("sluice-benchmark-");
    this.users =
        "select id from user_entity where realm_id = (select id from realm where name = '"
            + realm
            + "')";
  }

  /** Writes the rows to files, one set for each connection that will send them. */
  void takeOut(int connections) throws IOException, InterruptedException {
    List<String> commands = new ArrayList<>();
    for (int part = 0; part < connections; part++) {
      for (String table : TABLES) {
        String owner = table.equals("user_entity") ? "id" : "user_id";
        commands.add(
            "\\copy (select * from %s where %s in (%s) and abs(hashtext(%s)) %% %d = %d) to '%s'"
                .formatted(table, owner, users, owner, connections, part, file(table, part)));
      }
    }
    finish(start(commands));
  }

  /** Removes the users and their remains in tables and indexes. */
  void remove() throws IOException, InterruptedException {
    List<String> commands = new ArrayList<>();
    for (String table : TABLES.reversed()) {
      String owner = table.equals("user_entity") ? "id" : "user_id";
      commands.add("delete from %s where %s in (%s);".formatted(table, owner, users));
    }
    for (String table : TABLES) {
      commands.add("vacuum analyze " + table + ";");
    }
    commands.add("checkpoint;");
    finish(start(commands));
  }

  /** Puts the rows back, one transaction a connection, and returns how long that took. */
  Duration putBack(int connections) throws IOException, InterruptedException {
    Instant begun = Instant.now();
    Map<Integer, Process> running = new TreeMap<>();
    for (int part = 0; part < connections; part++) {
      List<String> commands = new ArrayList<>(List.of("begin;"));
      for (String table : TABLES) {
        commands.add("\\copy %s from '%s'".formatted(table, file(table, part)));
      }
      commands.add("commit;");
      running.put(part, start(commands));
    }
    for (Process each : running.values()) {
      finish(each);
    }
    return Duration.between(begun, Instant.now());
  }

  private Path file(String table, int part) {
    return directory.resolve(table + "-" + part + ".copy");
  }

  private Process start(List<String> commands) throws IOException {
    Path script = Files.createTempFile(directory, "commands-", ".sql");
    Files.write(script, commands);
    return postgres
        .psql(ImportRig.DATABASE, List.of("--quiet", "--set=ON_ERROR_STOP=1", "--file=" + script))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void finish(Process psql) throws InterruptedException {
    if (psql.waitFor() != 0) {
      throw new IllegalStateException("psql ended with exit code " + psql.exitValue() + ".");
    }
  }

  /** Removes the files. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
