package dev.sluice.migration.ledger;

import dev.sluice.migration.user.UserId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/** The record of runs in a database. */
final class JdbcRunLog implements RunLog {
  private final Database database;
  private final RunLocks locks;
  private final InstantSource clock;

  JdbcRunLog(Database database, RunLocks locks, InstantSource clock) {
    this.database = database;
    this.locks = locks;
    this.clock = clock;
  }

  @Override
  public Optional<OpenRun> open(String kind) {
    if (!kind.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("A kind of run is a word in small letters: " + kind);
    }
    Optional<RunLocks.Held> lock = locks.take(kind);
    return lock.map(held -> open(kind, held));
  }

  private OpenRun open(String kind, RunLocks.Held lock) {
    boolean opened = false;
    try {
      HeldRun run = database.write(handle -> resumeOrBegin(handle, kind, lock));
      opened = true;
      return run;
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  private HeldRun resumeOrBegin(Handle handle, String kind, RunLocks.Held lock) {
    return handle
        .createQuery("select name from runs where kind = :kind and finished is null")
        .bind("kind", kind)
        .mapTo(String.class)
        .findOne()
        .map(name -> new HeldRun(name, true, lock))
        .orElseGet(() -> new HeldRun(begin(handle, kind), false, lock));
  }

  /** The lock makes counting safe: nobody else begins a run of this kind now. */
  private String begin(Handle handle, String kind) {
    MemberRows.forgetFinished(handle, kind);
    long before =
        handle
            .createQuery("select count(*) from runs where kind = :kind")
            .bind("kind", kind)
            .mapTo(Long.class)
            .one();
    String name = kind + "-" + (before + 1);
    handle
        .createUpdate("insert into runs (name, kind, started) values (:name, :kind, :now)")
        .bind("name", name)
        .bind("kind", kind)
        .bind("now", clock.millis())
        .execute();
    return name;
  }

  @Override
  public Optional<UnfinishedRun> unfinished(String kind) {
    return database.read(handle -> ProgressRows.unfinished(handle, kind));
  }

  @Override
  public Optional<Progress> progress(String run, String part) {
    return database.read(handle -> ProgressRows.find(handle, run, part));
  }

  @Override
  public void record(Progress progress) {
    database.write(handle -> {
      ProgressRows.record(handle, progress);
      return progress;
    });
  }

  @Override
  public void rememberMembers(String group, Collection<UserId> members, Progress progress) {
    database.write(handle -> {
      MemberRows.remember(handle, progress.run(), group, members);
      ProgressRows.record(handle, progress);
      return progress;
    });
  }

  @Override
  public Map<UserId, List<String>> groupsOf(String run, Collection<UserId> users) {
    return users.isEmpty()
        ? Map.of()
        : database.read(handle -> MemberRows.groupsOf(handle, run, users));
  }

  private final class HeldRun implements OpenRun {
    private final String name;
    private final boolean resumed;
    private final RunLocks.Held lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    HeldRun(String name, boolean resumed, RunLocks.Held lock) {
      this.name = name;
      this.resumed = resumed;
      this.lock = lock;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean resumed() {
      return resumed;
    }

    @Override
    public void finish() {
      database.write(handle ->
          handle
              .createUpdate("update runs set finished = :now where name = :name")
              .bind("now", clock.millis())
              .bind("name", name)
              .execute());
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        lock.close();
      }
    }
  }
}
