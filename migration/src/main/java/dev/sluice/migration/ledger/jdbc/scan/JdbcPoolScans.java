package dev.sluice.migration.ledger.jdbc.scan;

import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.PoolScans;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.Remembered;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.database.Database;
import dev.sluice.migration.ledger.jdbc.row.ChangedUsers;
import dev.sluice.migration.ledger.jdbc.row.EventRows;
import dev.sluice.migration.ledger.jdbc.row.KnownUser;
import dev.sluice.migration.ledger.jdbc.row.ProgressRows;
import dev.sluice.migration.ledger.jdbc.row.UserRows;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The record of pool scans in a database. */
public final class JdbcPoolScans implements PoolScans {
  private final Database database;
  private final InstantSource clock;

  public JdbcPoolScans(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public PoolScan open(String run, String pool) {
    return database.write(handle ->
        ScanRows.ofRun(handle, run)
            .orElseGet(() -> {
              ScanRows.begin(handle, run, pool, clock.millis());
              return ScanRows.ofRun(handle, run).orElseThrow();
            }));
  }

  @Override
  public Optional<PoolScan> newest() {
    return database.read(ScanRows::newest);
  }

  @Override
  public Map<UserId, Remembered> remembered(Collection<UserId> users) {
    return database.read(handle ->
        RememberedRows.of(handle, users).stream()
            .collect(Collectors.toMap(Remembered::id, user -> user)));
  }

  @Override
  public List<Remembered> present(long after, int limit) {
    return database.read(handle -> RememberedRows.present(handle, after, limit));
  }

  @Override
  public void settle(PoolScan scan, String part, ScanBatch batch, Optional<Progress> progress) {
    database.write(handle -> {
      settle(handle, scan, batch);
      FindingRows.add(handle, scan, part, batch.found());
      progress.ifPresent(made -> ProgressRows.record(handle, made));
      return scan;
    });
  }

  private void settle(Handle handle, PoolScan scan, ScanBatch batch) {
    UserRows users = new UserRows(handle, database.dialect());
    EventRows events = new EventRows(handle);
    Map<UserId, KnownUser> held = users.hold(ScanMarks.idsIn(batch));
    ChangedUsers.make(users, events, WHO, batch.changes(), clock.millis());
    ScanMarks.set(handle, scan, batch, held);
    events.append(WHO, clock.millis(), ScanMarks.events(batch, held));
  }

  @Override
  public long missing(PoolScan scan) {
    return database.read(handle -> RememberedRows.countMissing(handle, scan));
  }

  @Override
  public List<Remembered> missing(PoolScan scan, long after, int limit) {
    return database.read(handle -> RememberedRows.missing(handle, scan, after, limit));
  }

  @Override
  public Optional<UserId> anySeen(PoolScan scan) {
    return database.read(handle -> RememberedRows.anySeen(handle, scan));
  }

  @Override
  public Map<Finding, Long> findings(PoolScan scan) {
    return database.read(handle -> FindingRows.of(handle, scan));
  }

  @Override
  public List<ScanBatch.Drift> drift(PoolScan scan, int limit) {
    return database.read(handle -> ScanRows.drift(handle, scan, limit));
  }

  @Override
  public void finish(PoolScan scan) {
    database.write(handle -> ScanRows.finish(handle, scan, clock.millis()));
  }
}
