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
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.migration.login.FirstLogin;
import dev.sluice.migration.login.FirstLoginAnswer;
import dev.sluice.migration.login.FirstLoginRequest;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.segment.Opening;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that an attempt without a verdict is given back, in every database. */
public abstract class AttemptsGivenBackContract {
  private static final Secret KEY = new Secret("a key of replicas that all have 0123456789");

  private LedgerStore store;

  /** The address of an empty database, the same throughout one test. */
  protected abstract String url();

  @BeforeEach
  final void open() {
    store = LedgerStore.open(url());
  }

  @AfterEach
  final void close() {
    store.close();
  }

  @Test
  void a_hanging_source_uses_up_no_attempts() throws InterruptedException {
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
      assertThat(logins.answer(request, Duration.ofSeconds(2)))
          .isInstanceOfSatisfying(
              FirstLoginAnswer.None.class,
              none -> assertThat(none.reason()).isEqualTo(NoVerdictReason.SOURCE_TIMED_OUT));
      assertThat(limit.givenBack.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Signals each attempt that is given back. */
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

  /** Answers only after it is interrupted, and stays so. */
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
}
