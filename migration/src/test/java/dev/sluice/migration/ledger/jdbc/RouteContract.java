package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Look;
import dev.sluice.api.ledger.Route;
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
public abstract class RouteContract extends OpenedLedger {
  private static final Route NAMED = new Route("eu-west-1_First", "keycloak, realm a of http://k");
  private static final String ELSEWHERE = "keycloak, realm b of http://k";

  @Test
  void a_new_ledger_knows_no_route() {
    assertThat(store.routes().known()).isEqualTo(new Route(null, null));
  }

  @Test
  void the_first_route_is_remembered_and_the_same_one_again_changes_nothing() {
    assertThat(store.routes().remember(NAMED)).isEqualTo(NAMED);
    assertThat(store.routes().remember(NAMED)).isEqualTo(NAMED);
    reopen();

    assertThat(store.routes().known()).isEqualTo(NAMED);
  }

  @Test
  void another_route_is_answered_with_the_one_that_is_known() {
    store.routes().remember(NAMED);

    assertThat(store.routes().remember(new Route(NAMED.pool(), ELSEWHERE))).isEqualTo(NAMED);
    assertThat(store.routes().remember(new Route("eu-west-1_Other", NAMED.target())))
        .isEqualTo(NAMED);
    assertThat(store.routes().known()).isEqualTo(NAMED);
  }

  @Test
  void another_target_is_remembered_when_that_is_wanted() {
    store.routes().remember(NAMED);

    store.routes().retarget(ELSEWHERE);

    assertThat(store.routes().known()).isEqualTo(new Route(NAMED.pool(), ELSEWHERE));
  }

  @Test
  void of_several_who_begin_at_once_with_different_targets_one_is_remembered() throws Exception {
    List<Callable<Route>> beginnings =
        IntStream.range(0, 8).<Callable<Route>>mapToObj(this::beginning).toList();

    List<Route> answers = atOnce(beginnings);

    assertThat(answers).hasSize(8).containsOnly(store.routes().known());
  }

  @Test
  void a_ledger_from_before_knows_the_pool_that_it_has_looked_at_and_takes_any_target()
      throws SQLException {
    look("eu-west-1_First");
    forgetRoutes();
    reopen();

    assertThat(store.routes().known()).isEqualTo(new Route("eu-west-1_First", null));
    assertThat(store.routes().remember(new Route("eu-west-1_Other", ELSEWHERE)))
        .isEqualTo(new Route("eu-west-1_First", null));
    assertThat(store.routes().remember(NAMED)).isEqualTo(NAMED);
  }

  @Test
  void a_ledger_from_before_that_has_looked_at_no_pool_takes_any() throws SQLException {
    ledger.see("bulk", List.of(mira()));
    forgetRoutes();
    reopen();

    assertThat(store.routes().known()).isEqualTo(new Route(null, null));
    assertThat(store.routes().remember(NAMED)).isEqualTo(NAMED);
    assertThat(ledger.find(MIRA)).isPresent();
  }

  private Callable<Route> beginning(int target) {
    return () -> {
      try (LedgerStore process = LedgerStore.open(url())) {
        return process.routes().remember(new Route("eu-west-1_First", "files, folder " + target));
      }
    };
  }

  private void look(String pool) {
    try (RunLog.OpenRun run = store.runs().open("sync").orElseThrow()) {
      Look look = store.looks().open(run.name(), pool);
      store.looks().finish(look);
      run.finish();
    }
  }

  /** Leaves the tables as a Sluice left them that knew nothing of routes. */
  private void forgetRoutes() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute("drop table route");
      statement.execute("delete from ledger_schema where version = '7'");
    }
  }
}
