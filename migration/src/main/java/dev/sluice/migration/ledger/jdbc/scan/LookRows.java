package dev.sluice.migration.ledger.jdbc.scan;

import dev.sluice.api.ledger.Look;
import dev.sluice.api.ledger.Looked;
import dev.sluice.api.ledger.Looks;
import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Looks, one row each. */
final class LookRows {
  private static final String LOOK = "select number, run, pool, started, finished from looks ";

  private LookRows() {}

  static Optional<Look> ofRun(Handle handle, String run) {
    return handle
        .createQuery(LOOK + "where run = :run")
        .bind("run", run)
        .map(LookRows::look)
        .findOne();
  }

  static Optional<Look> newest(Handle handle) {
    return handle
        .createQuery(LOOK + "where finished is not null order by number desc limit 1")
        .map(LookRows::look)
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

  static int finish(Handle handle, Look look, long now) {
    return handle
        .createUpdate("update looks set finished = :now where number = :look")
        .bind("now", now)
        .bind("look", look.number())
        .execute();
  }

  /** Drift is an event that leaves the state as it is. */
  static List<Looked.Drift> drift(Handle handle, Look look, int limit) {
    return handle
        .createQuery(
            "select u.id, u.username, u.look, e.why from events e join users u"
                + " on u.number = e.user_number where e.number >"
                + " (select last_event from looks where number = :look)"
                + " and e.who = :who and e.from_state = e.to_state and e.why is not null"
                + " order by e.number limit :limit")
        .bind("look", look.number())
        .bind("who", Looks.WHO)
        .bind("limit", limit)
        .map(LookRows::told)
        .list();
  }

  private static Looked.Drift told(RowView row) {
    String id = row.getColumn("id", String.class);
    @Nullable String username = row.getColumn("username", String.class);
    @Nullable Long look = row.getColumn("look", Long.class);
    return new Looked.Drift(
        new UserId(id),
        username == null ? id : username,
        row.getColumn("why", String.class),
        look != null && look == LookMarks.DELETED);
  }

  private static Look look(RowView row) {
    @Nullable Long finished = row.getColumn("finished", Long.class);
    return new Look(
        row.getColumn("number", Long.class),
        row.getColumn("run", String.class),
        row.getColumn("pool", String.class),
        Instant.ofEpochMilli(row.getColumn("started", Long.class)),
        finished == null ? null : Instant.ofEpochMilli(finished));
  }
}
