package dev.sluice.migration.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.mapping.Planned;
import dev.sluice.migration.run.People;
import dev.sluice.migration.sync.SyncReport;
import dev.sluice.migration.sync.SyncScene;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the table in {@code docs/sync.md} is made to happen. */
class ConflictRulesTest {
  private static final UserRecord ADA =
      People.person(
          "a1b2c3d4-0000-4000-8000-00000000000a", "ada", Map.of("email", "ada@example.org"));
  private static final UserRecord OTHER =
      People.person(
          "b1b2c3d4-0000-4000-8000-00000000000b", "bea", Map.of("email", "bea@example.org"));

  private SyncScene scene;

  @BeforeEach
  void open(@TempDir Path dir) {
    scene = new SyncScene(dir, List.of(OTHER));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  static List<ConflictTable.Cell> cells() throws IOException {
    return ConflictTable.cells();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void a_sync_does_what_the_table_says(ConflictTable.Cell cell) throws InterruptedException {
    UserRecord before = cell.change() == SourceChange.ENABLED ? People.disabled(ADA) : ADA;
    if (cell.state() != null) {
      bringInto(cell.state(), before);
      if (cell.change() != SourceChange.FIRST_LOOK) {
        remember(before);
      }
    }
    Optional<UserRecord> now = now(cell.change());
    now.ifPresent(scene.source::put);
    Optional<PlannedUser> there = scene.target.stored(ADA.id());

    SyncReport report = scene.sync();

    switch (cell.does()) {
      case "write", "update" -> {
        assertThat(scene.target.stored(ADA.id())).contains(planned(now.orElseThrow()));
        assertThat(state()).isEqualTo(MigrationState.IMPORTED);
      }
      case "remove" -> {
        assertThat(scene.target.stored(ADA.id())).isEmpty();
        assertThat(state()).isEqualTo(MigrationState.GONE);
        assertThat(report.found()).containsEntry(Finding.GONE, 1L);
      }
      case "report" -> {
        assertThat(scene.target.stored(ADA.id())).isEqualTo(there);
        assertThat(state()).isEqualTo(cell.state());
        assertThat(report.drift()).singleElement().matches(drift -> drift.id().equals(ADA.id()));
      }
      case "leave" -> {
        assertThat(scene.target.stored(ADA.id())).isEqualTo(there);
        assertThat(state()).isEqualTo(cell.state());
        assertThat(report.drift()).isEmpty();
      }
      default -> throw new AssertionError("The table has a word that it does not explain.");
    }
  }

  @Test
  void the_table_has_a_cell_for_everything_that_can_happen() throws IOException {
    int changesOfKnownUsers = SourceChange.values().length - 1;

    assertThat(cells())
        .doesNotHaveDuplicates()
        .hasSize(1 + changesOfKnownUsers * MigrationState.values().length);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void in_the_slow_way_the_same_holds_but_that_nobody_is_written(ConflictTable.Cell cell) {
    SyncAction hybrid = ConflictRules.actionFor(cell.change(), cell.state(), MigrationMode.HYBRID);

    assertThat(ConflictRules.actionFor(cell.change(), cell.state(), MigrationMode.SLOW))
        .isEqualTo(hybrid == SyncAction.BRING ? SyncAction.RECORD : hybrid);
    assertThat(ConflictRules.actionFor(cell.change(), cell.state(), MigrationMode.BULK))
        .isEqualTo(hybrid);
  }

  private void bringInto(MigrationState state, UserRecord user) {
    scene.store.ledger().see("bulk", List.of(UserIdentifiers.of(user)));
    if (state == MigrationState.IMPORTED || state == MigrationState.MIGRATED) {
      scene.target.write(List.of(planned(user)));
    }
    if (state == MigrationState.MIGRATED) {
      scene.target.keepPassword(user.id());
    }
    if (state != MigrationState.DISCOVERED) {
      assertThat(scene.store.ledger().move("bulk", changeTo(state))).isTrue();
    }
  }

  private void remember(UserRecord user) {
    PoolScan before = scene.store.scans().open("sync-0", scene.source.describe().id());
    ScanBatch.Seen seen =
        new ScanBatch.Seen(user.id(), SyncScene.mapping(MigrationMode.HYBRID).fingerprint(user));
    scene
        .store
        .scans()
        .settle(
            before,
            "all",
            new ScanBatch(List.of(seen), List.of(), List.of(), Map.of()),
            Optional.empty());
  }

  private static Change changeTo(MigrationState state) {
    boolean explained =
        List.of(MigrationState.REJECTED, MigrationState.LEFT, MigrationState.MERGED)
            .contains(state);
    return new Change(
        ADA.id(),
        state,
        state == MigrationState.MIGRATED ? MovedBy.PASSWORD : null,
        explained ? "Because of the test." : null);
  }

  private static Optional<UserRecord> now(SourceChange change) {
    return switch (change) {
      case NEW, FIRST_LOOK, UNCHANGED, ENABLED -> Optional.of(ADA);
      case CHANGED -> Optional.of(People.withAttribute(ADA, "custom:plan", "gold"));
      case DISABLED -> Optional.of(People.disabled(ADA));
      case DELETED -> Optional.empty();
    };
  }

  private MigrationState state() {
    return scene.entry(ADA.id()).state();
  }

  private static PlannedUser planned(UserRecord user) {
    return ((Planned) SyncScene.mapping(MigrationMode.HYBRID).plan(user)).user();
  }
}
