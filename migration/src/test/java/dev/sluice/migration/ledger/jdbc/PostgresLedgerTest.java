package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PostgresLedgerTest {
  private final FreshDatabase fresh = new FreshDatabase();

  @BeforeAll
  static void start() {
    LedgerServer.requireInstalled();
  }

  @Test
  void many_may_open_a_new_ledger_at_once() throws Exception {
    String url = LedgerServer.emptyDatabase();
    List<Callable<LedgerStore>> openings = Collections.nCopies(6, () -> LedgerStore.open(url));

    assertThat(OpenedLedger.atOnce(openings)).hasSize(6).allSatisfy(LedgerStore::close);
  }

  @Nested
  final class Entries extends EntriesContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Transitions extends TransitionsContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Settlements extends SettlementContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Claims extends ClaimsContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Tallies extends TallyContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Logins extends LoginsContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Runs extends RunLogContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class RunScopes extends RunScopeContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class PoolScans extends PoolScansContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Fingerprints extends FingerprintsContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class MissingUsers extends MissingUsersContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Attempts extends SharedAttemptsContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class AttemptsGivenBack extends AttemptsGivenBackContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class SharedTurns extends TurnsContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Assumptions extends AssumptionsContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class DeferredUsers extends DeferredUsersContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class LedgerBindings extends LedgerBindingContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Seals extends SealsContract {
    @Override
    protected String url() {
      return fresh.url();
    }

    @Override
    protected List<String> dropProtection() {
      return List.of(
          "alter table events disable trigger all", "alter table seals disable trigger all");
    }

    @Override
    protected String addedEvent(long number) {
      return super.addedEvent(number).replace(" values", " overriding system value values");
    }
  }
}
