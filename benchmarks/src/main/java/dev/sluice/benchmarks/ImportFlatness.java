package dev.sluice.benchmarks;

import dev.sluice.api.target.Target;
import java.util.stream.IntStream;

/**
 * Whether the import into Keycloak on PostgreSQL becomes slower with the users that are there:
 * users a second for the first thousand, the first ten thousand, and then for each hundred
 * thousand.
 */
public final class ImportFlatness {
  private static final int WARM_UP = 20_000;
  private static final int STEP = 100_000;

  private ImportFlatness() {}

  /**
   * Prints one line a measurement.
   *
   * @param args how many users
   */
  public static void main(String... args) throws InterruptedException {
    int users = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    try (ImportRig rig = ImportRig.start();
        Target warmUp = rig.realm("warm-up");
        Target realm = rig.realm("flat")) {
      new TargetImport(warmUp, "warm-up").write(0, WARM_UP);
      TargetImport writing = new TargetImport(realm, "flat");
      int[] ends =
          IntStream.concat(
                  IntStream.of(1_000, 10_000),
                  IntStream.rangeClosed(1, users / STEP).map(step -> step * STEP))
              .toArray();
      int begin = 0;
      for (int end : ends) {
        ImportBesideCopy.rate("up to %,d".formatted(end), end - begin, writing.write(begin, end));
        begin = end;
      }
    }
  }
}
