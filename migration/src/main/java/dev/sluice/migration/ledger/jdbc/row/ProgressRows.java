package dev.sluice.migration.ledger.jdbc.row;

import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.UnfinishedRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How far runs have come. */
public final class ProgressRows {
  private ProgressRows() {}

  public static void record(Handle handle, Progress progress) {
    handle
        .createUpdate(
            "insert into progress (run, part, position, finished, read_count)"
                + " values (:run, :part, :position, :finished, :count) on conflict (run, part)"
                + " do update set position = excluded.position, finished = excluded.finished,"
                + " read_count = excluded.read_count")
        .bind("run", progress.run())
        .bind("part", StorableText.of(progress.part()))
        .bind("position", progress.position())
        .bind("finished", progress.finished() ? 1 : 0)
        .bind("count", progress.count())
        .execute();
  }

  /**
   * Returns runs that are unfinished. A part that is no shard has a colon in its name: members of
   * groups, and users who were deferred when their shard was read. Those users are not counted a
   * second time.
   */
  public static List<UnfinishedRun> unfinished(Handle handle, String kind) {
    return handle
        .createQuery(
            "select name, scope, started, (select coalesce(sum(read_count), 0) from progress"
                + " where run = name and part not like '%:%') as read_count"
                + " from runs where kind = :kind and finished is null order by started, name")
        .bind("kind", kind)
        .map((row, context) ->
            new UnfinishedRun(
                row.getString("name"),
                row.getString("scope"),
                Instant.ofEpochMilli(row.getLong("started")),
                row.getLong("read_count")))
        .list();
  }

  public static Optional<Progress> find(Handle handle, String run, String part) {
    return handle
        .createQuery(
            "select position, finished, read_count from progress where run = :run and part = :part")
        .bind("run", run)
        .bind("part", StorableText.of(part))
        .map((row, context) ->
            new Progress(
                run,
                part,
                row.getString("position"),
                row.getInt("finished") == 1,
                row.getLong("read_count")))
        .findOne();
  }
}
