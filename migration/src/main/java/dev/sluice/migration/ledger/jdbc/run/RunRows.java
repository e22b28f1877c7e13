package dev.sluice.migration.ledger.jdbc.run;

import dev.sluice.api.ledger.RunScope;
import dev.sluice.migration.ledger.jdbc.row.StorableText;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Runs of one kind, within a transaction of the process that holds the kind's lock. */
final class RunRows {
  private final Handle handle;
  private final String kind;
  private final long now;

  RunRows(Handle handle, String kind, long now) {
    this.handle = handle;
    this.kind = kind;
    this.now = now;
  }

  /**
   * Returns the name of the run to resume. An unfinished run under the same name for other users is
   * ended.
   */
  Optional<String> resumed(RunScope scope) {
    handle
        .createUpdate(
            "update runs set finished = :now where kind = :kind and finished is null"
                + " and scope = :scope and meaning <> :meaning")
        .bind("now", now)
        .bind("kind", kind)
        .bind("scope", scope.name())
        .bind("meaning", StorableText.of(scope.meaning()))
        .execute();
    return handle
        .createQuery(
            "select name from runs where kind = :kind and finished is null and scope = :scope")
        .bind("kind", kind)
        .bind("scope", scope.name())
        .mapTo(String.class)
        .findOne();
  }

  /** Returns the name of a new run; the lock makes counting safe. */
  String begin(RunScope scope) {
    MemberRows.forgetFinished(handle, kind);
    DeferredRows.forgetFinished(handle, kind);
    long before =
        handle
            .createQuery("select count(*) from runs where kind = :kind")
            .bind("kind", kind)
            .mapTo(Long.class)
            .one();
    String name = kind + "-" + (before + 1);
    handle
        .createUpdate(
            "insert into runs (name, kind, started, scope, meaning)"
                + " values (:name, :kind, :now, :scope, :meaning)")
        .bind("name", name)
        .bind("kind", kind)
        .bind("now", now)
        .bind("scope", scope.name())
        .bind("meaning", StorableText.of(scope.meaning()))
        .execute();
    return name;
  }

  /** For all users of an archive, the scope is the archive alone. */
  static Optional<Instant> lastOfEverybody(Handle handle, String kind) {
    return handle
        .createQuery(
            "select finished from runs where kind = :kind and finished is not null"
                + " and (scope = '' or scope like :archive) order by finished desc limit 1")
        .bind("kind", kind)
        .bind("archive", RunScope.IN + "%")
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /** Ends a run; ending a run for all users also ends the runs for parts of them. */
  int finish(String name, RunScope scope) {
    return handle
        .createUpdate(
            "update runs set finished = :now where finished is null and kind = :kind"
                + " and (name = :name or :scope = '')")
        .bind("now", now)
        .bind("kind", kind)
        .bind("name", name)
        .bind("scope", scope.name())
        .execute();
  }
}
