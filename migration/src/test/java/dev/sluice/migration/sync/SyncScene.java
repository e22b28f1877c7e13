package dev.sluice.migration.sync;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.bulk.BulkRun;
import dev.sluice.migration.bulk.RunReport;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.RunListener;
import dev.sluice.migration.segment.Segment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A pool, a target and a ledger between which a sync runs. */
public final class SyncScene implements AutoCloseable {
  public final FakeUserSource source;
  public final FakeTarget target;
  public final LedgerStore store;
  private final Path dir;

  public SyncScene(Path dir, List<UserRecord> people) {
    this(dir, people, new FakeTarget());
  }

  public SyncScene(Path dir, List<UserRecord> people, FakeTarget target) {
    this.dir = dir;
    this.source = new FakeUserSource(people).withPagesOf(7);
    this.target = target;
    this.store = LedgerStore.open("jdbc:sqlite:" + dir.resolve("ledger.db"));
  }

  public RunReport bulk() throws InterruptedException {
    return bulk(MigrationMode.HYBRID);
  }

  public RunReport bulk(MigrationMode mode) throws InterruptedException {
    return new BulkRun(
            source,
            mapping(mode),
            target,
            store.ledger(),
            store.runs(),
            Duration.ofMinutes(5),
            InstantSource.system())
        .run(false, RunListener.SILENT);
  }

  public SyncReport sync() throws InterruptedException {
    return sync(MigrationMode.HYBRID, 0);
  }

  SyncReport sync(MigrationMode mode, long acceptGone) throws InterruptedException {
    return run(mode, SyncPolicy.DEFAULT_GONE_PERCENT).run(acceptGone, RunListener.SILENT);
  }

  SyncReport sync(Segment only) throws InterruptedException {
    return run(MigrationMode.HYBRID, SyncPolicy.DEFAULT_GONE_PERCENT)
        .run(Optional.of(only), 0, RunListener.SILENT);
  }

  SyncRun run(MigrationMode mode, double gonePercent) {
    return new SyncRun(
        source,
        mapping(mode),
        target,
        store.ledger(),
        store.runs(),
        store.scans(),
        new SyncPolicy(gonePercent),
        Duration.ofMinutes(5),
        InstantSource.system());
  }

  SyncPlan plan() throws InterruptedException {
    return plan(Optional.empty());
  }

  SyncPlan plan(Optional<Segment> only) throws InterruptedException {
    String file = "scratch" + UUID.randomUUID() + ".db";
    try (LedgerStore scratch = LedgerStore.open("jdbc:sqlite:" + dir.resolve(file))) {
      return new SyncPlanning(
              source,
              mapping(MigrationMode.HYBRID),
              store.scans(),
              scratch.runs(),
              new SyncPolicy(SyncPolicy.DEFAULT_GONE_PERCENT),
              InstantSource.system())
          .plan(only, 0, RunListener.SILENT);
    }
  }

  /** Moves a user's password, as its owner's first login does. */
  public void firstLogin(UserId id) {
    target.keepPassword(id);
    store.ledger().move("gateway", Change.migrated(id, MovedBy.PASSWORD));
  }

  public LedgerEntry entry(UserId id) {
    return store.ledger().find(id).orElseThrow();
  }

  public static UserMapping mapping(MigrationMode mode) {
    return new UserMapping(
        mode, new AttributeMapping(Map.of("custom:visits", AttributeMapping.DROP)), Map.of());
  }

  @Override
  public void close() {
    store.close();
  }
}
