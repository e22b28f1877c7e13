package dev.sluice.migration.ledger.jdbc.scan;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.api.user.Fingerprint;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.row.EventRows;
import dev.sluice.migration.ledger.jdbc.row.KnownUser;
import dev.sluice.migration.ledger.jdbc.row.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a scan leaves in the users' rows. */
final class ScanMarks {
  /**
   * Stands in place of a scan's number: known to be deleted at the source, and not missed again.
   */
  static final long DELETED = -1;

  private ScanMarks() {}

  /**
   * Returns all users whose row is about to change, sorted, in the order in which rows must be
   * locked.
   */
  static List<UserId> idsIn(ScanBatch batch) {
    return Stream.of(
            batch.seen().stream().map(ScanBatch.Seen::id),
            batch.changes().stream().map(Change::id),
            batch.drift().stream().map(ScanBatch.Drift::id))
        .flatMap(ids -> ids)
        .distinct()
        .sorted()
        .toList();
  }

  static void set(Handle handle, PoolScan scan, ScanBatch batch, Map<UserId, KnownUser> held) {
    List<Mark> marks = new ArrayList<>();
    for (ScanBatch.Seen seen : batch.seen()) {
      @Nullable KnownUser user = held.get(seen.id());
      if (user != null) {
        marks.add(new Mark(user.number(), seen.fingerprint(), scan.number()));
      }
    }
    for (ScanBatch.Drift drift : batch.drift()) {
      @Nullable KnownUser user = held.get(drift.id());
      if (user != null && drift.deleted()) {
        marks.add(new Mark(user.number(), null, DELETED));
      }
    }
    write(handle, marks);
  }

  private static void write(Handle handle, List<Mark> marks) {
    for (List<Mark> some : Rows.cut(marks)) {
      String sql =
          "update users set fingerprint = v.column2, look = v.column3 from (values "
              + Rows.marks(some.size(), 3)
              + ") as v where users.number = v.column1";
      Rows.bind(
              handle.createUpdate(sql),
              some,
              (row, mark) -> row.number(mark.user()).number(mark.bits()).number(mark.scan()))
          .execute();
    }
  }

  /**
   * Returns events for drift, which is reported in the history too; the state stays what it was.
   */
  static List<EventRows.Event> events(ScanBatch batch, Map<UserId, KnownUser> held) {
    List<EventRows.Event> events = new ArrayList<>();
    for (ScanBatch.Drift drift : batch.drift()) {
      @Nullable KnownUser user = held.get(drift.id());
      if (user != null) {
        events.add(
            new EventRows.Event(
                user.number(), user.state(), user.by(), user.state(), user.by(), drift.found()));
      }
    }
    return events;
  }

  private record Mark(long user, @Nullable Fingerprint fingerprint, long scan) {
    @Nullable Long bits() {
      return fingerprint == null ? null : fingerprint.value();
    }
  }
}
