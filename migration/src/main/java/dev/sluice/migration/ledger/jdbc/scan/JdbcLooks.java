package dev.sluice.migration.ledger.jdbc.scan;

import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.Look;
import dev.sluice.api.ledger.Looked;
import dev.sluice.api.ledger.Looks;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.Remembered;
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

/** The record of looks in a database. */
public final class JdbcLooks implements Looks {
  private final Database database;
  private final InstantSource clock;

  public JdbcLooks(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Look open(String run, String pool) {
    return database.write(handle ->
        LookRows.ofRun(handle, run)
            .orElseGet(() -> {
              LookRows.begin(handle, run, pool, clock.millis());
              return LookRows.ofRun(handle, run).orElseThrow();
            }));
  }

  @Override
  public Optional<Look> newest() {
    return database.read(LookRows::newest);
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
  public void settle(Look look, String part, Looked looked, Optional<Progress> progress) {
    database.write(handle -> {
      settle(handle, look, looked);
      FindingRows.add(handle, look, part, looked.found());
      progress.ifPresent(made -> ProgressRows.record(handle, made));
      return look;
    });
  }

  private void settle(Handle handle, Look look, Looked looked) {
    UserRows users = new UserRows(handle, database.dialect());
    EventRows events = new EventRows(handle);
    Map<UserId, KnownUser> held = users.hold(LookMarks.idsIn(looked));
    ChangedUsers.make(users, events, WHO, looked.changes(), clock.millis());
    LookMarks.set(handle, look, looked, held);
    events.append(WHO, clock.millis(), LookMarks.events(looked, held));
  }

  @Override
  public long missing(Look look) {
    return database.read(handle -> RememberedRows.countMissing(handle, look));
  }

  @Override
  public List<Remembered> missing(Look look, long after, int limit) {
    return database.read(handle -> RememberedRows.missing(handle, look, after, limit));
  }

  @Override
  public Optional<UserId> anySeen(Look look) {
    return database.read(handle -> RememberedRows.anySeen(handle, look));
  }

  @Override
  public Map<Finding, Long> findings(Look look) {
    return database.read(handle -> FindingRows.of(handle, look));
  }

  @Override
  public List<Looked.Drift> drift(Look look, int limit) {
    return database.read(handle -> LookRows.drift(handle, look, limit));
  }

  @Override
  public void finish(Look look) {
    database.write(handle -> LookRows.finish(handle, look, clock.millis()));
  }
}
