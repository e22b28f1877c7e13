package dev.sluice.contracts;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

final class PostgresLedgerTest {
  private final FreshDatabase fresh = new FreshDatabase();

  @BeforeAll
  static void start() {
    LedgerServer.requireInstalled();
  }

  @Nested
  final class Users extends LedgerContract {
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
  final class RunsOfParts extends RunScopeContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Pools extends LooksContract {
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
  final class Paces extends TurnsContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Assumed extends AssumptionsContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Aside extends WaitingContract {
    @Override
    protected String url() {
      return fresh.url();
    }
  }

  @Nested
  final class Chain extends SealsContract {
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
