package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.attempt.AttemptLimit;
import dev.sluice.api.source.FactorAttempt;
import dev.sluice.api.source.FactorVerdict;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.api.source.PasswordCheck;
import dev.sluice.api.source.Verdict;
import dev.sluice.contracts.source.AttemptLimitContract;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.migration.login.FirstLogin;
import dev.sluice.migration.login.FirstLoginAnswer;
import dev.sluice.migration.login.FirstLoginRequest;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.segment.Opening;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds beyond that where attempts are counted for all processes on one ledger. */
public abstract class SharedAttemptsContract extends AttemptLimitContract {
  private static final Secret KEY = new Secret("a key of replicas that all have 0123456789");

  private final List<LedgerStore> open = new ArrayList<>();

  /** The address of an empty database, the same throughout one test. */
  protected abstract String url();

  /** Where attempts are stored, when not in the ledger itself. */
  protected String urlOfAttempts() {
    return url();
  }

  @Override
  protected final AttemptLimit limit(InstantSource clock) {
    return process(clock).attempts(KEY);
  }

  /** One more process on the same ledger. */
  private LedgerStore process(InstantSource clock) {
    LedgerStore store = LedgerStore.open(url(), clock);
    open.add(store);
    return store;
  }

  @AfterEach
  final void close() {
    open.forEach(LedgerStore::close);
  }

  @Test
  void a_source_that_hangs_uses_up_nobodys_attempts() throws InterruptedException {
    LedgerStore store = process(InstantSource.system());
    Counted limit = new Counted(store.attempts(KEY));
    FirstLogin logins =
        new FirstLogin(
            store.ledger(),
            new FakeUserSource(),
            new HangingCheck(),
            new UserMapping(MigrationMode.HYBRID, new AttributeMapping(Map.of()), Map.of()),
            limit,
            Opening.EVERYBODY,
            InstantSource.system());
    FirstLoginRequest request =
        new FirstLoginRequest("noor", null, new Secret("made-up Lamp 3"), null, null);

    for (int login = 1; login <= 6; login++) {
      assertThat(logins.answer(request, Duration.ofMillis(200)))
          .isInstanceOfSatisfying(
              FirstLoginAnswer.None.class,
              none -> assertThat(none.reason()).isEqualTo(NoVerdictReason.SOURCE_TIMED_OUT));
      assertThat(limit.givenBack.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Tells when an attempt has been given back. */
  private static final class Counted implements AttemptLimit {
    private final AttemptLimit limit;
    private final Semaphore givenBack = new Semaphore(0);

    Counted(AttemptLimit limit) {
      this.limit = limit;
    }

    @Override
    public Optional<Duration> take(String login) {
      return limit.take(login);
    }

    @Override
    public void giveBack(String login) {
      limit.giveBack(login);
      givenBack.release();
    }

    @Override
    public void clear(String login) {
      limit.clear(login);
    }
  }

  /** Answers only once nobody waits any more, and stays interrupted. */
  private static final class HangingCheck implements PasswordCheck {
    @Override
    public Verdict check(PasswordAttempt attempt) {
      try {
        Thread.sleep(Duration.ofMinutes(5));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      return new Verdict.NoVerdict(NoVerdictReason.SOURCE_TIMED_OUT, null, "It hung.");
    }

    @Override
    public FactorVerdict answer(FactorAttempt attempt) {
      throw new IllegalStateException("No code is sent.");
    }
  }

  @Test
  void what_one_process_passed_on_counts_for_all() {
    AttemptLimit here = limit(InstantSource.system());
    AttemptLimit there = limit(InstantSource.system());
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThat(here.take("noor")).isEmpty();
      assertThat(there.take("NOOR")).isEmpty();
    }

    assertThat(here.take("noor")).isPresent();
    assertThat(there.take("noor")).isPresent();
    here.clear("noor");
    assertThat(there.take("noor")).isEmpty();
  }

  @Test
  void a_process_that_starts_anew_still_knows() {
    AttemptLimit before = limit(InstantSource.system());
    IntStream.range(0, 4).forEach(_ -> assertThat(before.take("noor")).isEmpty());
    close();
    open.clear();

    assertThat(limit(InstantSource.system()).take("noor")).isPresent();
  }

  @Test
  void many_at_once_in_many_processes_cannot_pass_together() throws Exception {
    List<Callable<Boolean>> attempts = new ArrayList<>();
    for (int process = 0; process < 3; process++) {
      AttemptLimit limit = limit(InstantSource.system());
      IntStream.range(0, 15).forEach(_ -> attempts.add(() -> limit.take("noor").isEmpty()));
    }

    assertThat(OpenedLedger.atOnce(attempts)).filteredOn(passed -> passed).hasSize(4);
  }

  @Test
  void neither_a_login_nor_a_hash_that_could_be_tried_out_is_stored() throws Exception {
    limit(InstantSource.system()).take("Sommer2026!");

    byte[] stored = logins().getFirst();

    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .doesNotContainIgnoringCase("sommer");
    assertThat(stored).hasSize(32);
    process(InstantSource.system()).attempts(new Secret("another key")).take("Sommer2026!");
    assertThat(logins()).as("another key gives another hash").hasSize(2);
  }

  @Test
  void what_is_over_is_removed() throws Exception {
    Instant start = Instant.parse("2026-03-04T05:06:07Z");
    limit(() -> start).take("noor");
    limit(() -> start.plus(Duration.ofMinutes(16))).take("mira");

    assertThat(logins()).hasSize(1);
  }

  private List<byte[]> logins() throws SQLException {
    List<byte[]> logins = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(urlOfAttempts());
        ResultSet rows = connection.createStatement().executeQuery("select login from attempts")) {
      while (rows.next()) {
        logins.add(rows.getBytes(1));
      }
    }
    return logins;
  }
}
