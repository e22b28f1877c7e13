package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.scenarios.LedgerTables.Row;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A realm is deleted by accident; and a rehearsal's realm stands in the way of the real one. */
class LostRealmScenarioTest {
  private static final int USERS = 60;

  @Test
  void a_realm_that_was_deleted_comes_back_with_everybody_who_had_not_moved(@TempDir Path directory)
      throws InterruptedException {
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(USERS);
        Migration migration =
            new Migration(directory, rehearsal.asPool(), LedgerKind.SQLITE, "hybrid")) {
      migration.mustDo("provision", "--execute");
      migration.mustDo("bulk", "--execute");
      List<MadeUser> people = rehearsal.users().stream().filter(MadeUser::canLogIn).toList();
      MadeUser mover = people.get(0);
      MadeUser other = people.get(1);
      migration.serve();
      assertThat(migration.login(mover.username(), mover.password()).letIn()).isTrue();
      assertThat(migration.ledger().once(mover.sub(), Row.MOVED_BY_PASSWORD::equals))
          .contains(Row.MOVED_BY_PASSWORD);

      Place.shared().admin().deleteRealm(migration.realm());
      migration.mustDo("provision", "--execute");

      Ran verified = migration.sluice("verify");
      assertThat(verified.exitCode()).isEqualTo(4);
      assertThat(verified.out()).contains("60 missing at the target", "bulk --repair-missing");

      Ran repaired = migration.sluice("bulk", "--repair-missing", "--execute");
      assertThat(repaired.exitCode()).as(repaired.toString()).isEqualTo(4);
      assertThat(repaired.out())
          .contains("59 in Cognito's charge and not at the target: written again", "1 had moved");
      assertThat(migration.login(other.username(), other.password()).sub()).isEqualTo(other.sub());

      migration.mustDo("bulk", "--repair-missing", "--also", "moved", "--execute");
      assertThat(migration.login(mover.username(), mover.password()).sub()).isEqualTo(mover.sub());
      for (MadeUser moved : List.of(other, mover)) {
        assertThat(migration.ledger().once(moved.sub(), Row.MOVED_BY_PASSWORD::equals))
            .contains(Row.MOVED_BY_PASSWORD);
      }
      migration.stopServing();
      assertThat(migration.sluice("verify").exitCode()).isZero();
    }
  }

  @Test
  void a_rehearsal_in_another_realm_is_told_before_the_real_one_gets_anybody(
      @TempDir Path test, @TempDir Path real) {
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(USERS);
        Migration first = new Migration(test, rehearsal.asPool(), LedgerKind.SQLITE, "hybrid");
        Migration second = new Migration(real, rehearsal.asPool(), LedgerKind.SQLITE, "hybrid")) {
      first.mustDo("provision", "--execute");
      first.mustDo("bulk", "--execute");
      second.mustDo("provision", "--execute");

      String told =
          "60 of 60 users of the pool that were looked at are already in realm " + first.realm();
      Ran plan = second.sluice("bulk");
      assertThat(plan.exitCode()).isEqualTo(4);
      assertThat(plan.out()).contains(told, "delete it there first");
      Ran run = second.sluice("bulk", "--execute");
      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.err()).contains(told);
      assertThat(Place.shared().admin().userIds(second.realm())).isEmpty();

      Place.shared().admin().deleteRealm(first.realm());
      second.mustDo("bulk", "--execute");
      second.mustDo("verify");
    }
  }
}
