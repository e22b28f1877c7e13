package dev.sluice.benchmarks;

import dev.sluice.app.config.SluiceYamlWriter;
import dev.sluice.rehearsal.CallCounts;
import dev.sluice.rehearsal.Latency;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.quota.QuotaCategory;
import dev.sluice.rehearsal.quota.Quotas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how close {@code sluice export} comes to its share of the quota, how many calls are
 * refused, and how much memory it takes, with a heap of 256 MB and a pool with AWS's quotas and
 * latency. For a share above AWS's quota, the pool has no quotas and answers at once, which shows
 * the memory for a very large pool within minutes.
 */
public final class ExportRate {
  private static final double MOST_AT_AWS = QuotaCategory.USER_LIST.perSecondAtAws();
  private static final Pattern AFTER_COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(");

  private ExportRate() {}

  /**
   * Prints one line a size.
   *
   * @param args the share in requests a second, then the sizes of pools
   */
  public static void main(String... args) throws IOException, InterruptedException {
    double share = args.length > 0 ? Double.parseDouble(args[0]) : 30;
    List<Integer> sizes =
        args.length > 1
            ? Stream.of(args).skip(1).map(Integer::valueOf).toList()
            : List.of(20_000, 100_000);
    for (int users : sizes) {
      measure(users, share);
    }
  }

  private static void measure(int users, double share) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("sluice-benchmark-");
    try (RehearsalPool pool = RehearsalPool.start(options(users, share))) {
      JsonNode report = export(pool, directory, share);
      CallCounts calls = pool.calls();
      long listing = calls.of("ListUsers") + calls.of("ListUsersInGroup");
      double seconds = report.path("seconds").asDouble();
      long refused = calls.refused("TooManyRequestsException");
      System.out.printf(
          "%,10d users  %6.1f s  %5.2f requests/s, %.3f of the share of %.0f  %.2f%% refused"
              + "  heap %s of 256 MB  archive %,d MB%n",
          report.path("users").asLong(),
          seconds,
          (listing - refused) / seconds,
          (listing - refused) / seconds / share,
          share,
          100.0 * refused / listing,
          heap(directory.resolve("gc.log")),
          report.path("bytes").asLong() / 1_000_000);
    } finally {
      delete(directory);
    }
  }

  private static RehearsalOptions options(int users, double share) {
    RehearsalOptions pool = RehearsalOptions.standard().withUsers(users).withSeed(3);
    return share > MOST_AT_AWS
        ? pool.withQuotas(Quotas.off())
        : pool.withLatency(new Latency(Duration.ofMillis(100), Duration.ofMillis(40)));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static JsonNode export(RehearsalPool pool, Path directory, double share)
      throws IOException, InterruptedException {
    Path config = directory.resolve("sluice.yaml");
    Path said = directory.resolve("said.json");
    configuration(pool, share).write(config);
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-Xlog:gc:file=" + directory.resolve("gc.log"),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.sluice.app.Sluice",
                    "export",
                    "--to",
                    directory.resolve("archive").toString(),
                    "--json",
                    "--config",
                    config.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(said.toFile())
            .start();
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException("sluice export ended with exit code " + code + ".");
    }
    return new JsonMapper().readTree(Files.readString(said));
  }

  /** Returns the maximum used before a collection and the maximum left after one. */
  private static String heap(Path log) throws IOException {
    int used = 0;
    int kept = 0;
    for (String line : Files.readAllLines(log)) {
      Matcher collection = AFTER_COLLECTION.matcher(line);
      if (collection.find()) {
        used = Math.max(used, Integer.parseInt(collection.group(1)));
        kept = Math.max(kept, Integer.parseInt(collection.group(2)));
      }
    }
    return "%d MB at most, %d MB after collections".formatted(used, kept);
  }

  private static SluiceYamlWriter configuration(RehearsalPool pool, double share) {
    return new SluiceYamlWriter(pool.userPoolId(), pool.endpoint(), pool.publicClientId())
        .cognito("region", pool.region())
        .cognito("requests-per-second", share)
        .target(
            "keycloak",
            Map.of(
                "url", "http://127.0.0.1:8080",
                "realm", "not-used",
                "admin-username", "not-used",
                "admin-password", "not-used"))
        .mode("hybrid")
        .gateway(7070, "made-up-token-of-the-benchmark-0123456789");
  }
}
