package dev.sluice.migration.ledger;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How far runs have come. */
final class ProgressRows {
  private ProgressRows() {}

  static void record(Handle handle, Progress progress) {
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

  static Optional<Progress> find(Handle handle, String run, String part) {
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
