package dev.sluice.migration.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.UserId;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.run.OnlyFinding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfirmationsTest {
  private static final UserId MIRA = new UserId("a1b2c3d4-0000-4000-8000-00000000000a");
  private static final UserId OLAF = new UserId("b1b2c3d4-0000-4000-8000-00000000000b");

  private final FakeTarget target = new FakeTarget();
  private Instant now = Instant.parse("2026-03-04T05:06:07Z");
  private LedgerStore store;
  private Confirmations confirmations;

  @BeforeEach
  void open(@TempDir Path dir) {
    store = LedgerStore.open("jdbc:sqlite:" + dir.resolve("ledger.db"), () -> now);
    store
        .ledger()
        .see(
            "bulk",
            List.of(
                new UserIdentifiers(MIRA, "mira", "mira@example.org", null),
                new UserIdentifiers(OLAF, "olaf", null, null)));
    confirmations = new Confirmations(store.ledger(), store.assumptions(), target, () -> now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void one_whom_the_target_has_with_a_password_has_moved() {
    store.assumptions().assume("gateway", MIRA);
    written(MIRA);
    target.keepPassword(MIRA);

    assertThat(confirmations.check(MIRA)).contains(Confirmations.Found.MOVED);

    assertThat(entry(MIRA).state()).isEqualTo(MigrationState.MIGRATED);
    assertThat(entry(MIRA).by()).isEqualTo(MovedBy.PASSWORD);
    assertThat(store.assumptions().count()).isZero();
  }

  @Test
  void one_whom_the_target_has_without_a_password_has_not() {
    store.assumptions().assume("gateway", MIRA);
    written(MIRA);

    assertThat(confirmations.check(MIRA)).contains(Confirmations.Found.NOT_YET);

    assertThat(entry(MIRA).assumed()).isEqualTo(now);
  }

  @Test
  void what_the_target_has_not_done_within_ten_minutes_is_not_assumed_any_more() {
    store.assumptions().assume("gateway", MIRA);
    now = now.plus(Duration.ofMinutes(10));

    assertThat(confirmations.check(MIRA)).contains(Confirmations.Found.DROPPED);

    assertThat(entry(MIRA).assumed()).isNull();
    assertThat(entry(MIRA).state()).isEqualTo(MigrationState.DISCOVERED);
    assertThat(store.ledger().history(MIRA).getLast().why()).contains("does not have the user");
  }

  @Test
  void of_whom_nothing_is_assumed_the_target_is_not_asked() {
    assertThat(confirmations.check(MIRA)).isEmpty();
    assertThat(confirmations.check(new UserId("nobody"))).isEmpty();
  }

  @Test
  void a_sweep_looks_at_everybody_those_of_an_earlier_process_too() {
    store.assumptions().assume("gateway", MIRA);
    store.assumptions().assume("gateway", OLAF);
    written(OLAF);
    target.keepPassword(OLAF);

    assertThat(confirmations.confirmAll())
        .isEqualTo(Map.of(Confirmations.Found.MOVED, 1L, Confirmations.Found.NOT_YET, 1L));

    assertThat(entry(OLAF).state()).isEqualTo(MigrationState.MIGRATED);
    assertThat(entry(MIRA).state()).isEqualTo(MigrationState.DISCOVERED);
  }

  @Test
  void a_target_that_cannot_be_read_proves_nothing_however_long_it_takes() {
    store.assumptions().assume("gateway", MIRA);
    now = now.plus(Duration.ofDays(3));
    Confirmations blind =
        new Confirmations(store.ledger(), store.assumptions(), new UnreadableTarget(), () -> now);

    assertThatThrownBy(() -> blind.check(MIRA)).isInstanceOf(TargetException.class);

    assertThat(entry(MIRA).assumed()).isNotNull();
  }

  private void written(UserId id) {
    target.write(
        List.of(
            PlannedUserBuilder.plain()
                .id(id.value())
                .username("user " + id)
                .firstPassword(FirstPassword.AT_FIRST_LOGIN)
                .build()));
  }

  private LedgerEntry entry(UserId id) {
    return store.ledger().find(id).orElseThrow();
  }

  /** A target that is out of reach. */
  private static final class UnreadableTarget extends OnlyFinding {
    @Override
    public Optional<TargetUser> find(UserId id) {
      throw new TargetException("The target is out of reach.");
    }
  }
}
