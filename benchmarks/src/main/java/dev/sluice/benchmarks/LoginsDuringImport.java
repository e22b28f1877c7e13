package dev.sluice.benchmarks;

import dev.sluice.api.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures how long logins of moved users take (password grant, Keycloak's default argon2id), a few
 * a second, on an idle server and during an import.
 */
public final class LoginsDuringImport {
  private static final int MOVED = 20;
  private static final int A_SECOND = 5;
  private static final int WARM_UP = 20_000;

  private LoginsDuringImport() {}

  /**
   * Prints one line a measurement.
   *
   * @param args the seconds that each phase lasts
   */
  public static void main(String... args) throws IOException, InterruptedException {
    Duration lasting = Duration.ofSeconds(args.length > 0 ? Integer.parseInt(args[0]) : 60);
    try (ImportRig rig = ImportRig.start();
        Target realm = rig.realm("logins");
        Target byOne = rig.realm("logins", 1)) {
      new TargetImport(realm, "warm-up").write(0, WARM_UP);
      MovedUsers moved = new MovedUsers(rig.keycloak(), "logins", "warm-up", MOVED);
      moved.login(Duration.ofSeconds(20), A_SECOND);
      double quiet = report("logins alone", moved.login(lasting, A_SECOND));
      during("2 batches at once", new TargetImport(realm, "busy"), moved, lasting, quiet);
      during("1 batch at once", new TargetImport(byOne, "less-busy"), moved, lasting, quiet);
    }
  }

  private static void during(
      String how, TargetImport writing, MovedUsers moved, Duration lasting, double quiet)
      throws InterruptedException {
    Background background = new Background(writing);
    double busy = report("logins, import by " + how, moved.login(lasting, A_SECOND));
    System.out.printf("the 95th percentile is %.2f times as long%n", busy / quiet);
    background.end();
    ImportBesideCopy.rate("import meanwhile", background.written(), background.time());
  }

  private static double report(String what, double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "%-36s %,6d logins, ms: median %.0f, 95th percentile %.0f, longest %.0f%n",
        what,
        sorted.length,
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.95)],
        sorted[sorted.length - 1]);
    return sorted[(int) (sorted.length * 0.95)];
  }

  /** An import that runs until it is stopped. */
  private static final class Background {
    private static final int STEP = 20_000;

    private final Instant begun = Instant.now();
    private final Thread thread;
    private final AtomicInteger written = new AtomicInteger();
    private volatile boolean ending;

    Background(TargetImport writing) {
      thread = Thread.ofPlatform().start(() -> writeOn(writing));
    }

    private void writeOn(TargetImport writing) {
      try {
        while (!ending) {
          writing.write(written.get(), written.get() + STEP);
          written.addAndGet(STEP);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    int written() {
      return written.get();
    }

    Duration time() {
      return Duration.between(begun, Instant.now());
    }

    void end() throws InterruptedException {
      ending = true;
      thread.join();
    }
  }
}
