package dev.sluice.benchmarks;

import dev.sluice.api.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Users a second of the import into Keycloak on PostgreSQL, beside a {@code POST /users} loop with
 * 8 connections, and beside a raw {@code COPY} of the same rows into the same tables, in one run on
 * one machine. All are warmed up first.
 */
public final class ImportBesideCopy {
  private static final int CONNECTIONS = 8;
  private static final int WARM_UP_LOOP = 4_000;
  private static final int WARM_UP_IMPORT = 200_000;
  private static final int COPIES = 2;

  private ImportBesideCopy() {}

  /**
   * Prints one line a measurement, and at the end the median of the rounds' ratios.
   *
   * @param args the number of users to import, the number that the loop creates, and the number of
   *     rounds
   */
  public static void main(String... args) throws IOException, InterruptedException {
    int users = args.length > 0 ? Integer.parseInt(args[0]) : 60_000;
    int loopUsers = args.length > 1 ? Integer.parseInt(args[1]) : 8_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    try (ImportRig rig = ImportRig.start();
        Target posted = rig.realm("posted");
        Target warmUp = rig.realm("warm-up");
        Target imported = rig.realm("imported");
        RawCopy raw = new RawCopy(rig.postgres(), "imported")) {
      double loop = loop(rig, posted, loopUsers);
      new TargetImport(warmUp, "warm-up").write(0, WARM_UP_IMPORT);
      TargetImport writing = new TargetImport(imported, "imported");
      writing.write(0, users);
      List<Double> ofLoop = new ArrayList<>();
      List<Double> ofCopies = new ArrayList<>();
      List<Double> ofOneCopy = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        raw.takeOut(COPIES);
        raw.remove();
        double copied = rate("raw COPY, 2 connections", users, raw.putBack(COPIES));
        raw.takeOut(1);
        raw.remove();
        double copiedByOne = rate("raw COPY, 1 connection", users, raw.putBack(1));
        raw.remove();
        double written = rate("import by Sluice's target", users, writing.write(0, users));
        ofLoop.add(written / loop);
        ofCopies.add(written / copied);
        ofOneCopy.add(written / copiedByOne);
      }
      System.out.printf(
          "the import is %s times the loop, %s of COPY over 2 connections, %s over 1%n",
          told(ofLoop), told(ofCopies), told(ofOneCopy));
    }
  }

  /** Formats the median of the rounds, and all of them. */
  private static String told(List<Double> rounds) {
    List<Double> sorted = rounds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return rounds.stream()
        .map("%.2f"::formatted)
        .collect(Collectors.joining(", ", "%.2f (".formatted(median), ")"));
  }

  private static double loop(ImportRig rig, Target realm, int users) throws InterruptedException {
    // Creates the groups, because the loop does not.
    new TargetImport(realm, "groups").write(0, ImportedUser.GROUPS.size());
    PostUsersLoop loop = rig.loop();
    loop.createAs("posted", posted("warm-up", WARM_UP_LOOP), CONNECTIONS);
    return rate(
        "POST /users, 8 connections",
        users,
        loop.createAs("posted", posted("posted", users), CONNECTIONS));
  }

  private static List<String> posted(String series, int users) {
    return IntStream.range(0, users)
        .mapToObj(number -> new ImportedUser(series, number).posted())
        .toList();
  }

  static double rate(String what, int users, Duration time) {
    double seconds = time.toMillis() / 1000.0;
    System.out.printf(
        "%-28s %,9d users  %7.1f s  %,8.0f users/s%n", what, users, seconds, users / seconds);
    return users / seconds;
  }
}
