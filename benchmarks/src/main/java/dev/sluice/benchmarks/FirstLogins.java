package dev.sluice.benchmarks;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.rehearsal.Latency;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.quota.QuotaCategory;
import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.user.MadeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures first logins of imported users at one gateway: the time of one alone, what gets in when
 * more are offered than the pool's quota takes, and how long a crowd takes that comes back when it
 * is told to. The pool answers each call after 100 ms; every login is of another user.
 */
public final class FirstLogins {
  private static final Duration CALL = Duration.ofMillis(100);
  private static final int AUTHENTICATIONS = 120;
  private static final int RAISED = 400;
  private static final double SHARE = 2.0 / 3;

  private FirstLogins() {}

  /**
   * Prints one line for each load.
   *
   * @param args how many seconds each load lasts
   */
  public static void main(String... args) throws IOException, InterruptedException {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    double bound = AUTHENTICATIONS * SHARE;
    try (Place place = new Place(Quotas.asAtAws(), Map.of(), users(bound, seconds))) {
      place.offer("one call alone", 10, seconds);
      for (int times : new int[] {1, 2, 5, 20}) {
        place.offer("offered " + times + " times the bound", bound * times, seconds);
        place.offer("  5 s later, half the bound", bound / 2, 5);
      }
    }
    Quotas raised = Quotas.asAtAws().with(QuotaCategory.USER_AUTHENTICATION, RAISED);
    try (Place place =
        new Place(raised, Map.of("user-authentication", RAISED), 200L * 3 * seconds)) {
      place.offer("quota raised to " + RAISED + ", 200 a second", 200, 3 * seconds);
    }
    try (Place place = new Place(Quotas.asAtAws(), Map.of(), 10_000)) {
      place.crowd(10_000, 100);
    }
  }

  private static long users(double bound, int seconds) {
    return (long) (10 * seconds + bound * 28 * seconds + 4 * 5 * bound);
  }

  /** A pool, a ledger that has imported all of its users, and a gateway. */
  private static final class Place implements AutoCloseable {
    private final RehearsalPool pool;
    private final GatewayUnderLoad gateway;
    private int next;

    Place(Quotas quotas, Map<String, Integer> told, long users)
        throws IOException, InterruptedException {
      Path directory = Files.createTempDirectory("sluice-benchmark-");
      pool =
          RehearsalPool.start(
              RehearsalOptions.standard()
                  .withUsers(users)
                  .withOnlyOrdinaryUsers(true)
                  .withQuotas(quotas)
                  .withLatency(new Latency(CALL, Duration.ZERO)));
      gateway = GatewayUnderLoad.of(directory, pool, told, imported(directory));
    }

    private String imported(Path directory) {
      String url = "jdbc:sqlite:" + directory.resolve("ledger.db");
      try (LedgerStore store = LedgerStore.open(url)) {
        Ledger ledger = store.ledger();
        List<MadeUser> some = new ArrayList<>();
        pool.users()
            .forEach(user -> {
              some.add(user);
              if (some.size() == 1_000) {
                importTo(ledger, some);
              }
            });
        importTo(ledger, some);
      }
      return url;
    }

    private static void importTo(Ledger ledger, List<MadeUser> some) {
      ledger.see(
          "bulk-1",
          some.stream()
              .map(user -> new UserIdentifiers(new UserId(user.sub()), user.username(), null, null))
              .toList());
      ledger.settle(
          "bulk-1",
          some.stream().map(user -> Change.imported(new UserId(user.sub()))).toList(),
          Optional.empty());
      some.clear();
    }

    void offer(String what, double perSecond, int seconds) throws InterruptedException {
      int count = (int) (perSecond * seconds);
      Loads.Result result = Loads.evenly(take(count), perSecond, gateway);
      System.out.println(result.line(what));
      Thread.sleep(Duration.ofSeconds(5));
    }

    void crowd(int count, int seconds) throws InterruptedException {
      Duration all = Loads.comingBack(take(count), (double) count / seconds, gateway);
      double quota = count / (AUTHENTICATIONS * SHARE);
      System.out.printf(
          "%,d users within %d s who come back as told: all in after %d s, %.2f times the %.0f s of"
              + " the quota's share%n",
          count, seconds, all.toSeconds(), all.toMillis() / 1000.0 / quota, quota);
    }

    private List<MadeUser> take(int count) {
      List<MadeUser> some = new ArrayList<>();
      while (some.size() < count) {
        some.add(pool.user(next++));
      }
      return some;
    }

    @Override
    public void close() {
      gateway.close();
      pool.close();
    }
  }
}
