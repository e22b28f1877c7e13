package dev.sluice.migration.ledger.jdbc.run;

import dev.sluice.api.ledger.DeferredUsers;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.ledger.RunScope;
import dev.sluice.api.ledger.UnfinishedRun;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.database.Database;
import dev.sluice.migration.ledger.jdbc.database.RunLocks;
import dev.sluice.migration.ledger.jdbc.row.ProgressRows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/** The record of runs in a database. */
public final class JdbcRunLog implements RunLog {
  private final Database database;
  private final RunLocks locks;
  private final InstantSource clock;

  public JdbcRunLog(Database database, RunLocks locks, InstantSource clock) {
    this.database = database;
    this.locks = locks;
    this.clock = clock;
  }

  @Override
  public Optional<OpenRun> open(String kind, RunScope scope) {
    if (!kind.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("A kind of run must be a word in small letters: " + kind);
    }
    Optional<RunLocks.Held> lock = locks.take(kind);
    return lock.map(held -> open(kind, scope, held));
  }

  @Override
  public Optional<Hold> hold(String kind) {
    return locks.take(kind).map(lock -> lock::close);
  }

  private OpenRun open(String kind, RunScope scope, RunLocks.Held lock) {
    boolean opened = false;
    try {
      HeldRun run = database.write(handle -> resumeOrBegin(handle, kind, scope, lock));
      opened = true;
      return run;
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  private HeldRun resumeOrBegin(Handle handle, String kind, RunScope scope, RunLocks.Held lock) {
    RunRows runs = new RunRows(handle, kind, clock.millis());
    Optional<String> resumed = runs.resumed(scope);
    String name = resumed.orElseGet(() -> runs.begin(scope));
    return new HeldRun(name, kind, scope, resumed.isPresent(), lock);
  }

  @Override
  public List<UnfinishedRun> unfinished(String kind) {
    return database.read(handle -> ProgressRows.unfinished(handle, kind));
  }

  @Override
  public Optional<Instant> lastOfEverybody(String kind) {
    return database.read(handle -> RunRows.lastOfEverybody(handle, kind));
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
    private final String kind;
    private final RunScope scope;
    private final boolean resumed;
    private final RunLocks.Held lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    HeldRun(String name, String kind, RunScope scope, boolean resumed, RunLocks.Held lock) {
      this.name = name;
      this.kind = kind;
      this.scope = scope;
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
    public DeferredUsers deferred() {
      return new JdbcDeferredUsers(database, name);
    }

    @Override
    public void finish() {
      database.write(handle -> new RunRows(handle, kind, clock.millis()).finish(name, scope));
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        lock.close();
      }
    }
  }
}
