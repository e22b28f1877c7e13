package dev.sluice.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedReasonsTest {
  private static final UserId MIRA = new UserId("1a000000-0000-4000-8000-000000000001");
  private static final UserId OLAF = new UserId("1a000000-0000-4000-8000-000000000002");
  private static final UserId NAMELESS = new UserId("1a000000-0000-4000-8000-000000000003");

  @Test
  void a_reason_names_the_other_users_login_before_its_id(@TempDir Path folder) {
    try (LedgerStore store = LedgerStore.open("jdbc:sqlite:" + folder.resolve("ledger.db"))) {
      store
          .ledger()
          .see(
              "bulk",
              List.of(
                  new UserIdentifiers(MIRA, "mira", null, null),
                  new UserIdentifiers(OLAF, "o$1laf", null, null),
                  new UserIdentifiers(NAMELESS, NAMELESS.value(), "ann@example.org", null)));
      String stranger = "1a000000-0000-4000-8000-00000000000f";
      reject(store, MIRA + " has what " + OLAF + ", " + NAMELESS + " and " + stranger + " have");

      NamedReasons reasons = new NamedReasons(store.ledger());
      LedgerEntry named = reasons.in(store.ledger().find(MIRA).orElseThrow());

      assertThat(named.why())
          .isEqualTo(
              MIRA
                  + " has what o$1laf "
                  + OLAF
                  + ", ann@example.org "
                  + NAMELESS
                  + " and "
                  + stranger
                  + " have");
      assertThat(reasons.in(store.ledger().history(MIRA).getLast()).why()).isEqualTo(named.why());
    }
  }

  private static void reject(LedgerStore store, String why) {
    assertThat(store.ledger().move("bulk", Change.rejected(MIRA, why))).isTrue();
  }
}
