package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.LedgerBinding;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.RunLog;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a ledger remembers from where to where its users move, in every database. */
public abstract class LedgerBindingContract extends OpenedLedger {
  private static final LedgerBinding NAMED =
      new LedgerBinding("eu-west-1_First", "keycloak, realm a of http://k");
  private static final String ELSEWHERE = "keycloak, realm b of http://k";

  @Test
  void a_new_ledger_knows_no_route() {
    assertThat(store.bindings().known()).isEqualTo(new LedgerBinding(null, null));
  }

  @Test
  void the_first_route_is_remembered_and_the_same_one_again_changes_nothing() {
    assertThat(store.bindings().remember(NAMED)).isEqualTo(NAMED);
    assertThat(store.bindings().remember(NAMED)).isEqualTo(NAMED);
    reopen();

    assertThat(store.bindings().known()).isEqualTo(NAMED);
  }

  @Test
  void another_route_is_answered_with_the_one_that_is_known() {
    store.bindings().remember(NAMED);

    assertThat(store.bindings().remember(new LedgerBinding(NAMED.pool(), ELSEWHERE)))
        .isEqualTo(NAMED);
    assertThat(store.bindings().remember(new LedgerBinding("eu-west-1_Other", NAMED.target())))
        .isEqualTo(NAMED);
    assertThat(store.bindings().known()).isEqualTo(NAMED);
  }

  @Test
  void another_target_is_remembered_when_that_is_wanted() {
    store.bindings().remember(NAMED);

    store.bindings().retarget(ELSEWHERE);

    assertThat(store.bindings().known()).isEqualTo(new LedgerBinding(NAMED.pool(), ELSEWHERE));
  }

  @Test
  void of_several_who_begin_at_once_with_different_targets_one_is_remembered() throws Exception {
    List<Callable<LedgerBinding>> beginnings =
        IntStream.range(0, 8).<Callable<LedgerBinding>>mapToObj(this::beginning).toList();

    List<LedgerBinding> answers = atOnce(beginnings);

    assertThat(answers).hasSize(8).containsOnly(store.bindings().known());
  }

  @Test
  void a_ledger_from_before_knows_the_pool_that_it_has_looked_at_and_takes_any_target()
      throws SQLException {
    look("eu-west-1_First");
    forgetBindings();
    reopen();

    assertThat(store.bindings().known()).isEqualTo(new LedgerBinding("eu-west-1_First", null));
    assertThat(store.bindings().remember(new LedgerBinding("eu-west-1_Other", ELSEWHERE)))
        .isEqualTo(new LedgerBinding("eu-west-1_First", null));
    assertThat(store.bindings().remember(NAMED)).isEqualTo(NAMED);
  }

  @Test
  void a_ledger_from_before_that_has_looked_at_no_pool_takes_any() throws SQLException {
    ledger.see("bulk", List.of(mira()));
    forgetBindings();
    reopen();

    assertThat(store.bindings().known()).isEqualTo(new LedgerBinding(null, null));
    assertThat(store.bindings().remember(NAMED)).isEqualTo(NAMED);
    assertThat(ledger.find(MIRA)).isPresent();
  }

  private Callable<LedgerBinding> beginning(int target) {
    return () -> {
      try (LedgerStore process = LedgerStore.open(url())) {
        return process
            .bindings()
            .remember(new LedgerBinding("eu-west-1_First", "files, folder " + target));
      }
    };
  }

  private void look(String pool) {
    try (RunLog.OpenRun run = store.runs().open("sync").orElseThrow()) {
      PoolScan scan = store.scans().open(run.name(), pool);
      store.scans().finish(scan);
      run.finish();
    }
  }

  /** Leaves the tables as a Sluice left them that knew nothing of routes. */
  private void forgetBindings() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute("drop table route");
      statement.execute("delete from ledger_schema where version = '7'");
    }
  }
}
