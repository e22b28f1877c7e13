package dev.sluice.migration.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.People;
import dev.sluice.migration.run.RunListener;
import dev.sluice.migration.segment.Condition;
import dev.sluice.migration.segment.Segment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal was in another realm of the same Keycloak. */
class IdsElsewhereTest {
  private final List<UserRecord> people = People.many(64);
  private final FakeUserSource source = new FakeUserSource(people).withPagesOf(2);
  private final FakeTarget target = new FakeTarget();
  private LedgerStore store;

  @BeforeEach
  void open(@TempDir Path dir) {
    store = LedgerStore.open("jdbc:sqlite:" + dir.resolve("ledger.db"));
    people.forEach(user -> target.hasElsewhere(user.id(), "realm test"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void it_is_told_before_anything_is_written_or_recorded() {
    assertThatThrownBy(() -> run(Optional.empty()))
        .isInstanceOf(ConditionException.class)
        .hasMessageContaining(
            "32 of 32 users of the pool that were looked at are already in realm test")
        .hasMessageContaining("delete it there first");
    assertThat(target.users()).isEmpty();
    assertThat(store.ledger().tally().total()).isZero();
  }

  @Test
  void a_part_of_the_users_goes_on_with_a_notice_because_the_others_may_belong_there()
      throws InterruptedException {
    Segment nobody = new Segment("nobody", new Condition.InGroup("nobody"));
    assertThat(run(Optional.of(nobody)).notices())
        .anyMatch(notice -> notice.contains("already in realm test"));
  }

  @Test
  void a_target_of_its_own_is_not_asked() {
    assertThat(IdsElsewhere.found(source, new FakeTarget())).isEmpty();
  }

  private RunReport run(Optional<Segment> only) throws InterruptedException {
    UserMapping mapping =
        new UserMapping(MigrationMode.HYBRID, new AttributeMapping(Map.of()), Map.of());
    return new BulkRun(
            source,
            mapping,
            target,
            store.ledger(),
            store.runs(),
            Duration.ofSeconds(1),
            InstantSource.system())
        .run(only, false, RunListener.SILENT);
  }
}
