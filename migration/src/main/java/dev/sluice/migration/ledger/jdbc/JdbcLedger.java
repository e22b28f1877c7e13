package dev.sluice.migration.ledger.jdbc;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.Tally;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.database.Database;
import dev.sluice.migration.ledger.jdbc.row.ChangedUsers;
import dev.sluice.migration.ledger.jdbc.row.EventRows;
import dev.sluice.migration.ledger.jdbc.row.ProgressRows;
import dev.sluice.migration.ledger.jdbc.row.ScannedUsers;
import dev.sluice.migration.ledger.jdbc.row.UserRows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A ledger in a database. */
final class JdbcLedger implements Ledger {
  private static final int REOPENED_AT_ONCE = 1000;

  private final Database database;
  private final LedgerQueries queries;
  private final InstantSource clock;

  JdbcLedger(Database database, InstantSource clock) {
    this.database = database;
    this.queries = new LedgerQueries(database);
    this.clock = clock;
  }

  @Override
  public Optional<LedgerEntry> find(UserId id) {
    return queries.find(id);
  }

  @Override
  public Map<UserId, LedgerEntry> entries(Collection<UserId> ids) {
    return queries.entries(ids);
  }

  @Override
  public List<LedgerEntry> findByLogin(String login) {
    return queries.findByLogin(login);
  }

  @Override
  public List<LedgerEntry> rivals(String login, UserId of) {
    return queries.rivals(login, of);
  }

  @Override
  public void see(String who, List<UserIdentifiers> users) {
    if (!users.isEmpty()) {
      database.write(handle -> identified(handle, who, null, users).all());
    }
  }

  @Override
  public Set<UserId> claim(String run, List<UserIdentifiers> users) {
    return users.isEmpty()
        ? Set.of()
        : database.write(handle -> identified(handle, run, run, users).claimed(run));
  }

  private ScannedUsers identified(
      Handle handle, String who, @Nullable String run, List<UserIdentifiers> users) {
    return ScannedUsers.record(
        new UserRows(handle, database.dialect()),
        new EventRows(handle),
        who,
        run,
        users,
        clock.millis());
  }

  @Override
  public Set<UserId> settle(String who, List<Change> changes, Optional<Progress> progress) {
    return database.write(handle -> {
      Set<UserId> changed =
          ChangedUsers.make(
              new UserRows(handle, database.dialect()),
              new EventRows(handle),
              who,
              changes,
              clock.millis());
      progress.ifPresent(made -> ProgressRows.record(handle, made));
      return changed;
    });
  }

  @Override
  public void lookAgain(Collection<UserId> users) {
    if (!users.isEmpty()) {
      database.write(handle -> new UserRows(handle, database.dialect()).forget(users));
    }
  }

  @Override
  public boolean move(String who, Change change) {
    return !settle(who, List.of(change), Optional.empty()).isEmpty();
  }

  @Override
  public Set<UserId> takeBack(String who, List<Change> changes) {
    return database.write(handle ->
        ChangedUsers.takeBack(
            new UserRows(handle, database.dialect()),
            new EventRows(handle),
            who,
            changes,
            clock.millis()));
  }

  @Override
  public long reopenRejected(String who) {
    long reopened = 0;
    List<LedgerEntry> some = List.of();
    do {
      Optional<UserId> after = some.isEmpty() ? Optional.empty() : Optional.of(some.getLast().id());
      some = list(MigrationState.REJECTED, after, REOPENED_AT_ONCE);
      List<Change> changes = new ArrayList<>();
      some.forEach(entry -> changes.add(Change.reopened(entry.id())));
      reopened += settle(who, changes, Optional.empty()).size();
    } while (!some.isEmpty());
    return reopened;
  }

  @Override
  public Tally tally() {
    return database.read(EventRows::tally);
  }

  @Override
  public List<LedgerEntry> list(MigrationState state, Optional<UserId> after, int limit) {
    return queries.list(state, after, limit);
  }

  @Override
  public Map<MovedBy, Long> movedSince(Instant time) {
    return queries.movedSince(time);
  }

  @Override
  public List<LedgerEvent> history(UserId id) {
    return queries.history(id);
  }
}
