package dev.sluice.migration.ledger.jdbc.scan;

import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.PoolScans;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Pool scans, one row each. */
final class ScanRows {
  private static final String SCAN = "select number, run, pool, started, finished from looks ";

  private ScanRows() {}

  static Optional<PoolScan> ofRun(Handle handle, String run) {
    return handle
        .createQuery(SCAN + "where run = :run")
        .bind("run", run)
        .map(ScanRows::scan)
        .findOne();
  }

  static Optional<PoolScan> newest(Handle handle) {
    return handle
        .createQuery(SCAN + "where finished is not null order by number desc limit 1")
        .map(ScanRows::scan)
        .findOne();
  }

  static void begin(Handle handle, String run, String pool, long now) {
    handle
        .createUpdate(
            "insert into looks (number, run, pool, started, last_user, last_event) select"
                + " (select coalesce(max(number), 0) + 1 from looks), :run, :pool, :now,"
                + " (select coalesce(max(number), 0) from users),"
                + " (select coalesce(max(number), 0) from events)")
        .bind("run", run)
        .bind("pool", pool)
        .bind("now", now)
        .execute();
  }

  static int finish(Handle handle, PoolScan scan, long now) {
    return handle
        .createUpdate("update looks set finished = :now where number = :look")
        .bind("now", now)
        .bind("look", scan.number())
        .execute();
  }

  /** Reads drift from the history: an event that leaves the state as it is. */
  static List<ScanBatch.Drift> drift(Handle handle, PoolScan scan, int limit) {
    return handle
        .createQuery(
            "select u.id, u.username, u.look, e.why from events e join users u"
                + " on u.number = e.user_number where e.number >"
                + " (select last_event from looks where number = :look)"
                + " and e.who = :who and e.from_state = e.to_state and e.why is not null"
                + " order by e.number limit :limit")
        .bind("look", scan.number())
        .bind("who", PoolScans.WHO)
        .bind("limit", limit)
        .map(ScanRows::difference)
        .list();
  }

  private static ScanBatch.Drift difference(RowView row) {
    String id = row.getColumn("id", String.class);
    @Nullable String username = row.getColumn("username", String.class);
    @Nullable Long seenBy = row.getColumn("look", Long.class);
    return new ScanBatch.Drift(
        new UserId(id),
        username == null ? id : username,
        row.getColumn("why", String.class),
        seenBy != null && seenBy == ScanMarks.DELETED);
  }

  private static PoolScan scan(RowView row) {
    @Nullable Long finished = row.getColumn("finished", Long.class);
    return new PoolScan(
        row.getColumn("number", Long.class),
        row.getColumn("run", String.class),
        row.getColumn("pool", String.class),
        Instant.ofEpochMilli(row.getColumn("started", Long.class)),
        finished == null ? null : Instant.ofEpochMilli(finished));
  }
}
