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

/** Checks how a ledger remembers its pool and its target, in every database. */
public abstract class LedgerBindingContract extends OpenedLedger {
  private static final LedgerBinding NAMED =
      new LedgerBinding("eu-west-1_First", "keycloak, realm a of http://k");
  private static final String ELSEWHERE = "keycloak, realm b of http://k";

  @Test
  void a_new_ledger_has_no_ledger_binding() {
    assertThat(store.bindings().known()).isEqualTo(new LedgerBinding(null, null));
  }

  @Test
  void the_first_ledger_binding_is_remembered_and_the_same_one_again_changes_nothing() {
    assertThat(store.bindings().remember(NAMED)).isEqualTo(NAMED);
    assertThat(store.bindings().remember(NAMED)).isEqualTo(NAMED);
    reopen();

    assertThat(store.bindings().known()).isEqualTo(NAMED);
  }

  @Test
  void another_ledger_binding_is_answered_with_the_known_one() {
    store.bindings().remember(NAMED);

    assertThat(store.bindings().remember(new LedgerBinding(NAMED.pool(), ELSEWHERE)))
        .isEqualTo(NAMED);
    assertThat(store.bindings().remember(new LedgerBinding("eu-west-1_Other", NAMED.target())))
        .isEqualTo(NAMED);
    assertThat(store.bindings().known()).isEqualTo(NAMED);
  }

  @Test
  void another_target_is_remembered_after_a_retarget() {
    store.bindings().remember(NAMED);

    store.bindings().retarget(ELSEWHERE);

    assertThat(store.bindings().known()).isEqualTo(new LedgerBinding(NAMED.pool(), ELSEWHERE));
  }

  @Test
  void one_target_is_remembered_if_several_processes_begin_at_once_with_different_targets()
      throws Exception {
    List<Callable<LedgerBinding>> beginnings =
        IntStream.range(0, 8).<Callable<LedgerBinding>>mapToObj(this::beginning).toList();

    List<LedgerBinding> answers = atOnce(beginnings);

    assertThat(answers).hasSize(8).containsOnly(store.bindings().known());
  }

  @Test
  void a_ledger_from_before_bindings_knows_the_pool_of_its_pool_scan_and_takes_any_target()
      throws SQLException {
    scan("eu-west-1_First");
    forgetBindings();
    reopen();

    assertThat(store.bindings().known()).isEqualTo(new LedgerBinding("eu-west-1_First", null));
    assertThat(store.bindings().remember(new LedgerBinding("eu-west-1_Other", ELSEWHERE)))
        .isEqualTo(new LedgerBinding("eu-west-1_First", null));
    assertThat(store.bindings().remember(NAMED)).isEqualTo(NAMED);
  }

  @Test
  void a_ledger_from_before_bindings_without_a_pool_scan_takes_any_pool() throws SQLException {
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

  private void scan(String pool) {
    try (RunLog.OpenRun run = store.runs().open("sync").orElseThrow()) {
      PoolScan opened = store.scans().open(run.name(), pool);
      store.scans().finish(opened);
      run.finish();
    }
  }

  /** Leaves the tables as a Sluice without ledger bindings left them. */
  private void forgetBindings() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute("drop table route");
      statement.execute("alter table users drop column standing");
      statement.execute("delete from ledger_schema where version in ('7', '8')");
    }
  }
}
