package dev.sluice.benchmarks;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.servers.postgres.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Measures how long the ledger takes to find a user, among few and among very many, in one run. */
public final class LedgerLookups {
  private static final int LOOKUPS = 20_000;

  private final SplittableRandom random = new SplittableRandom(7);

  private LedgerLookups() {}

  /**
   * Prints one line a measurement, in microseconds.
   *
   * @param args {@code sqlite} or {@code postgresql}, and how many users: few, then many
   */
  public static void main(String... args) throws IOException, SQLException {
    String database = args.length > 0 ? args[0] : "sqlite";
    List<Long> sizes =
        args.length > 1
            ? Arrays.stream(args).skip(1).map(Long::valueOf).toList()
            : List.of(1_000_000L, 40_000_000L);
    if (sizes.stream().anyMatch(users -> users < 1 || users > LedgerUser.MOST)) {
      throw new IllegalArgumentException("From 1 to " + LedgerUser.MOST + " users.");
    }
    for (long users : sizes) {
      switch (database) {
        case "sqlite" -> inFile(users);
        case "postgresql" -> onServer(users);
        default -> throw new IllegalArgumentException("sqlite or postgresql, not " + database);
      }
    }
  }

  private static void inFile(long users) throws IOException, SQLException {
    Path directory = Files.createTempDirectory("sluice-lookups-");
    try {
      Path file = directory.resolve("ledger.db");
      String url = "jdbc:sqlite:" + file;
      new LedgerFilling(url).fill(users);
      System.out.printf(
          "%,d users in SQLite, %,d bytes a user with 2 events%n", users, Files.size(file) / users);
      new LedgerLookups().measure(url, users);
    } finally {
      for (File file : Objects.requireNonNull(directory.toFile().listFiles())) {
        Files.delete(file.toPath());
      }
      Files.delete(directory);
    }
  }

  private static void onServer(long users) throws SQLException {
    try (PostgresServer server = PostgresServer.startDurable()) {
      String url =
          "%s?user=%s&password=%s&reWriteBatchedInserts=true"
              .formatted(server.jdbcUrl(), server.user(), server.password());
      new LedgerFilling(url).fill(users);
      System.out.printf("%,d users in PostgreSQL%n", users);
      new LedgerLookups().measure(url, users);
    }
  }

  private void measure(String url, long users) {
    try (LedgerStore store = LedgerStore.open(url)) {
      Ledger ledger = store.ledger();
      for (String pass : List.of("first", "second")) {
        time(
            pass + " pass, by id",
            users,
            n -> ledger.find(new UserId(LedgerUser.of(n).id())).stream().toList());
        time(pass + " pass, by email", users, n -> ledger.findByLogin(LedgerUser.of(n).email()));
        time(pass + " pass, by phone", users, n -> ledger.findByLogin(LedgerUser.of(n).phone()));
      }
      long begun = System.nanoTime();
      long total = ledger.tally().total();
      System.out.printf(
          "  %-24s %,9.0f µs%n", "counts by state", micros(System.nanoTime() - begun));
      if (total != users) {
        throw new IllegalStateException("The ledger counts " + total + " users.");
      }
    }
  }

  /** Looks up users by random numbers and checks that each one is found. */
  private void time(String what, long users, LongFunction<List<LedgerEntry>> lookup) {
    long[] took = new long[LOOKUPS];
    for (int i = 0; i < LOOKUPS; i++) {
      long number = random.nextLong(1, users + 1);
      long begun = System.nanoTime();
      List<LedgerEntry> found = lookup.apply(number);
      took[i] = System.nanoTime() - begun;
      if (found.size() != 1 || !found.getFirst().id().value().equals(LedgerUser.of(number).id())) {
        throw new IllegalStateException("User " + number + " was not found.");
      }
    }
    Arrays.sort(took);
    System.out.printf(
        "  %-24s mean %,7.0f µs   median %,7.0f µs   p99 %,7.0f µs%n",
        what,
        micros(LongStream.of(took).sum() / LOOKUPS),
        micros(took[LOOKUPS / 2]),
        micros(took[LOOKUPS * 99 / 100]));
  }

  private static double micros(long nanos) {
    return nanos / 1000.0;
  }
}
