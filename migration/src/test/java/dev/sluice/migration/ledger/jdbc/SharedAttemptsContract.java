package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.attempt.AttemptLimit;
import dev.sluice.contracts.source.AttemptLimitContract;
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
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks that attempts are counted for all processes on one ledger, beyond the limit itself. */
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
  void attempts_in_one_process_count_for_all() {
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
  void a_restarted_process_still_counts_earlier_attempts() {
    AttemptLimit before = limit(InstantSource.system());
    IntStream.range(0, 4).forEach(_ -> assertThat(before.take("noor")).isEmpty());
    close();
    open.clear();

    assertThat(limit(InstantSource.system()).take("noor")).isPresent();
  }

  @Test
  void concurrent_attempts_in_many_processes_stay_within_the_limit() throws Exception {
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
  void expired_attempts_are_removed() throws Exception {
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
