package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rehearsal.fault.Fault;
import dev.sluice.rehearsal.fault.Faults;
import dev.sluice.rehearsal.user.MadeUser;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoPasswordIsWrittenTest {
  private static final String WRONG = "Wrong-but-secret-Walrus-77";

  @ParameterizedTest
  @EnumSource(LedgerKind.class)
  void after_a_whole_migration_no_password_stands_in_any_log_ledger_or_output(
      LedgerKind ledger, @TempDir Path directory)
      throws InterruptedException, IOException, SQLException {
    try (Rehearsal rehearsal = Rehearsal.ofAllKinds(200);
        Migration migration = new Migration(directory, rehearsal.asPool(), ledger, "hybrid")) {
      migration.mustDo("provision", "--execute");
      assertThat(migration.sluice("bulk", "--execute").exitCode()).isIn(0, 3);
      migration.mustDo("export", "--to", "archive");
      migration.serve();
      List<String> used = logEverybodyIn(rehearsal, migration);
      migration.stopServing();

      WrittenPlaces written =
          new WrittenPlaces()
              .addFiles(directory)
              .addFile(Place.shared().keycloak().log())
              .addTables(migration.ledgerUrl());
      assertThat(used).hasSizeGreaterThan(10);
      assertThat(written.holding(rehearsal.users().getFirst().username()))
          .anyMatch(place -> place.contains("/archive/users-"));
      assertThat(used).allSatisfy(password -> assertThat(written.holding(password)).isEmpty());
      assertThat(written.holding(rehearsal.pool().clientSecret())).isEmpty();
      assertThat(written.holding(Migration.TOKEN)).isEmpty();
    }
  }

  /** Right, wrong, in an outage and with a failing trigger; gives every password that was typed. */
  private static List<String> logEverybodyIn(Rehearsal rehearsal, Migration migration) {
    List<String> used = new ArrayList<>(List.of(WRONG));
    int moved = 0;
    for (MadeUser user : rehearsal.users().stream().limit(15).toList()) {
      migration.login(user.username(), WRONG);
      rehearsal
          .pool()
          .faults()
          .next(1, Faults.ANY, new Fault.TriggerFailed("PreAuthentication failed, made up."));
      migration.login(user.username(), user.password());
      rehearsal.pool().faults().clear();
      moved += migration.login(user.username(), user.password()).letIn() ? 1 : 0;
      used.add(user.password());
    }
    assertThat(moved).isGreaterThan(5);
    return used;
  }
}
