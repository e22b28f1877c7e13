package dev.sluice.migration.ledger.jdbc;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLedgerTest {
  @TempDir private Path directory;

  private String inDirectory() {
    return "jdbc:sqlite:" + directory.resolve("made on demand").resolve("ledger.db");
  }

  @Nested
  final class Entries extends EntriesContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class Transitions extends TransitionsContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class Settlements extends SettlementContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class Claims extends ClaimsContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class Tallies extends TallyContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class Logins extends LoginsContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class Runs extends RunLogContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class RunScopes extends RunScopeContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class PoolScans extends PoolScansContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class Fingerprints extends FingerprintsContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class MissingUsers extends MissingUsersContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class Attempts extends SharedAttemptsContract {
    @Override
    protected String url() {
      return inDirectory();
    }

    @Override
    protected String urlOfAttempts() {
      return inDirectory() + "-shared";
    }
  }

  @Nested
  final class AttemptsGivenBack extends AttemptsGivenBackContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class SharedTurns extends TurnsContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class Assumptions extends AssumptionsContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class DeferredUsers extends DeferredUsersContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class LedgerBindings extends LedgerBindingContract {
    @Override
    protected String url() {
      return inDirectory();
    }
  }

  @Nested
  final class Seals extends SealsContract {
    @Override
    protected String url() {
      return inDirectory();
    }

    @Override
    protected List<String> dropProtection() {
      return List.of(
          "drop trigger events_stay",
          "drop trigger events_remain",
          "drop trigger seals_stay",
          "drop trigger seals_remain");
    }
  }
}
