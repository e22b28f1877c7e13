package dev.sluice.migration.ledger.jdbc;

import dev.sluice.api.ledger.AllowedTransitions;
import dev.sluice.api.ledger.Assumptions;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.database.Database;
import dev.sluice.migration.ledger.jdbc.row.EventRows;
import dev.sluice.migration.ledger.jdbc.row.KnownUser;
import dev.sluice.migration.ledger.jdbc.row.StorableText;
import dev.sluice.migration.ledger.jdbc.row.UserRows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Assumptions in a database: a time in the user's row, and events that change no state. */
final class JdbcAssumptions implements Assumptions {
  private static final String TOLD_YES =
      "the target got the answer that the password is right; assumed to have moved until it"
          + " shows that it has the user";

  private final Database database;
  private final InstantSource clock;

  JdbcAssumptions(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public boolean assume(String who, UserId id) {
    return database.write(handle -> {
      Optional<KnownUser> user =
          hold(handle, id)
              .filter(held -> AllowedTransitions.allows(held.state(), MigrationState.MIGRATED));
      user.ifPresent(held -> {
        set(handle, held, clock.millis());
        append(handle, who, held, TOLD_YES);
      });
      return user.isPresent();
    });
  }

  @Override
  public boolean drop(String who, UserId id, Instant before, String why) {
    return database.write(handle -> {
      Optional<KnownUser> user =
          hold(handle, id)
              .filter(
                  held -> since(handle, held).filter(time -> !time.isAfter(before)).isPresent());
      user.ifPresent(held -> {
        set(handle, held, null);
        append(handle, who, held, why);
      });
      return user.isPresent();
    });
  }

  @Override
  public boolean remark(String who, UserId id, String text) {
    return database.write(handle -> {
      Optional<KnownUser> user =
          hold(handle, id).filter(held -> !saysAtItsEnd(handle, held, StorableText.of(text)));
      user.ifPresent(held -> append(handle, who, held, text));
      return user.isPresent();
    });
  }

  @Override
  public List<LedgerEntry> oldest(int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                LedgerQueries.ENTRY
                    + "where assumed is not null order by assumed, number limit :limit")
            .bind("limit", limit)
            .map(LedgerQueries::entry)
            .list());
  }

  @Override
  public long count() {
    return database.read(handle ->
        handle
            .createQuery("select count(*) from users where assumed is not null")
            .mapTo(Long.class)
            .one());
  }

  private Optional<KnownUser> hold(Handle handle, UserId id) {
    return Optional.ofNullable(new UserRows(handle, database.dialect()).hold(List.of(id)).get(id));
  }

  private static Optional<Instant> since(Handle handle, KnownUser user) {
    return handle
        .createQuery("select assumed from users where number = :number and assumed is not null")
        .bind("number", user.number())
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  private static void set(Handle handle, KnownUser user, @Nullable Long time) {
    handle
        .createUpdate("update users set assumed = :time where number = :number")
        .bind("time", time)
        .bind("number", user.number())
        .execute();
  }

  private void append(Handle handle, String who, KnownUser user, String text) {
    EventRows.Event event =
        new EventRows.Event(user.number(), user.state(), user.by(), user.state(), user.by(), text);
    new EventRows(handle).append(who, clock.millis(), List.of(event));
  }

  private static boolean saysAtItsEnd(Handle handle, KnownUser user, String text) {
    return handle
        .createQuery(
            "select coalesce(why, '') from events where user_number = :number"
                + " order by number desc limit 1")
        .bind("number", user.number())
        .mapTo(String.class)
        .findOne()
        .filter(text::equals)
        .isPresent();
  }
}
