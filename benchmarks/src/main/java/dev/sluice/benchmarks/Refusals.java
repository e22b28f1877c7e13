package dev.sluice.benchmarks;

import dev.sluice.rehearsal.Latency;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.user.MadeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * Measures what timing reveals to a stranger: how long the refusal of a wrong password takes
 * (password grant) for an unknown login, for a user that has not moved, and for a user that has.
 * Each login is tried once, so that none is locked out, one at a time and each kind in turn.
 */
public final class Refusals {
  private static final String REALM = "refusals";
  private static final int KINDS = 3;

  private Refusals() {}

  /**
   * Prints one line a kind, and how well the kinds can be distinguished.
   *
   * @param args the number of refusals of each kind
   */
  public static void main(String... args) throws IOException, InterruptedException {
    int ofEach = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    int warmUp = Math.max(10, ofEach / 10);
    int all = warmUp + ofEach;
    Path directory = Files.createTempDirectory("sluice-benchmark-");
    try (ImportRig rig = ImportRig.start();
        RehearsalPool pool = pool(2L * all)) {
      SluiceBulk sluice = new SluiceBulk(directory, rig.keycloak());
      sluice.move(REALM, pool);
      Process gateway = sluice.serve(REALM);
      try {
        WrongPasswords wrong = new WrongPasswords(rig.keycloak(), REALM);
        for (int n = all; n < 2 * all; n++) {
          wrong.moveByNewPassword(pool.user(n).sub());
        }
        double[][] millis = new double[KINDS][all];
        for (int n = 0; n < all; n++) {
          millis[0][n] = wrong.refused("nobody-" + n);
          millis[1][n] = wrong.refused(pool.user(n).username());
          millis[2][n] = wrong.refused(moved(pool, all, n).username());
        }
        report(millis, warmUp);
      } finally {
        gateway.destroy();
        gateway.waitFor();
      }
    }
  }

  private static MadeUser moved(RehearsalPool pool, int all, int n) {
    return pool.user((long) all + n);
  }

  /** Starts a pool with the latency of Cognito to a server in the same Region or the next. */
  private static RehearsalPool pool(long users) {
    return RehearsalPool.start(
        RehearsalOptions.standard()
            .withUsers(users)
            .withOnlyOrdinaryUsers(true)
            .withQuotas(Quotas.off())
            .withLatency(new Latency(Duration.ofMillis(100), Duration.ofMillis(40))));
  }

  private static void report(double[][] millis, int warmUp) {
    double[] nobody = sorted(millis[0], warmUp);
    double[] waiting = sorted(millis[1], warmUp);
    double[] moved = sorted(millis[2], warmUp);
    line("a login that nobody has", nobody);
    line("imported, has not moved", waiting);
    line("has moved", moved);
    System.out.printf(
        "slower of two, 0.5 when no clock can tell: not moved than nobody %.3f, moved than nobody"
            + " %.3f, moved than not moved %.3f%n",
        slower(waiting, nobody), slower(moved, nobody), slower(moved, waiting));
  }

  private static double[] sorted(double[] millis, int from) {
    double[] measured = Arrays.copyOfRange(millis, from, millis.length);
    Arrays.sort(measured);
    return measured;
  }

  private static void line(String kind, double[] sorted) {
    System.out.printf(
        "%-28s %,5d refusals, ms: shortest %.0f, median %.0f, 95th percentile %.0f, longest %.0f%n",
        kind,
        sorted.length,
        sorted[0],
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.95)],
        sorted[sorted.length - 1]);
  }

  /**
   * Returns the share of all pairs in which one of the first takes longer than one of the second.
   */
  private static double slower(double[] first, double[] second) {
    double times = 0;
    for (double one : first) {
      for (double other : second) {
        times += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    return times / first.length / second.length;
  }
}
