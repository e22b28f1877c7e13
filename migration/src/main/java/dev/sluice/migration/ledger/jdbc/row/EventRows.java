package dev.sluice.migration.ledger.jdbc.row;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.Tally;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the history and keeps the tally, within one transaction and after the users' rows have
 * been written: {@link dev.sluice.migration.ledger.jdbc.history.FinishedEvents FinishedEvents}
 * relies on that order.
 */
public final class EventRows {
  private static final String COLUMNS = "at, who, user_number, from_state, to_state, moved_by, why";

  /**
   * Several slots, so that writers in several processes seldom wait for the same row of the tally.
   */
  private static final int SLOTS = 16;

  private final Handle handle;

  public EventRows(Handle handle) {
    this.handle = handle;
  }

  public void append(String who, long now, List<Event> events) {
    for (List<Event> some : Rows.cut(events)) {
      String sql = "insert into events (" + COLUMNS + ") values " + Rows.marks(some.size(), 7);
      Rows.bind(
              handle.createUpdate(sql),
              some,
              (row, event) ->
                  row.number(now)
                      .text(StorableText.of(who))
                      .number(event.user())
                      .text(Letters.ofNullable(event.from()))
                      .text(Letters.of(event.to()))
                      .text(Letters.ofNullable(event.by()))
                      .text(StorableText.ofNullable(event.why())))
          .execute();
    }
    count(events);
  }

  private void count(List<Event> events) {
    Map<String, Long> differences = new TreeMap<>();
    for (Event event : events) {
      differences.merge(tallyKey(event.to(), event.by()), 1L, Long::sum);
      if (event.from() != null) {
        differences.merge(tallyKey(event.from(), event.fromBy()), -1L, Long::sum);
      }
    }
    differences.values().removeIf(difference -> difference == 0);
    if (differences.isEmpty()) {
      return;
    }
    long slot = ThreadLocalRandom.current().nextInt(SLOTS);
    String sql =
        "insert into tally (slot, state, moved_by, users) values "
            + Rows.marks(differences.size(), 4)
            + " on conflict (slot, state, moved_by)"
            + " do update set users = tally.users + excluded.users";
    Rows.bind(
            handle.createUpdate(sql),
            List.copyOf(differences.entrySet()),
            (row, difference) ->
                row.number(slot)
                    .text(difference.getKey().substring(0, 1))
                    .text(difference.getKey().substring(1))
                    .number(difference.getValue()))
        .execute();
  }

  private static String tallyKey(MigrationState state, @Nullable MovedBy by) {
    return Letters.of(state) + (by == null ? "" : Letters.of(by));
  }

  public static Tally tally(Handle handle) {
    Map<MigrationState, Long> states = new EnumMap<>(MigrationState.class);
    Map<MovedBy, Long> moved = new EnumMap<>(MovedBy.class);
    handle
        .createQuery(
            "select state, moved_by, sum(users) as users from tally"
                + " group by state, moved_by having sum(users) <> 0")
        .map((row, context) -> {
          long users = row.getLong("users");
          states.merge(Letters.state(row.getString("state")), users, Long::sum);
          MovedBy by = Letters.by(row.getString("moved_by"));
          if (by != null) {
            moved.merge(by, users, Long::sum);
          }
          return users;
        })
        .list();
    return new Tally(states, moved);
  }

  /** A change that has been made to a user. */
  public record Event(
      long user,
      @Nullable MigrationState from,
      @Nullable MovedBy fromBy,
      MigrationState to,
      @Nullable MovedBy by,
      @Nullable String why) {

    static Event discovered(long user) {
      return new Event(user, null, null, MigrationState.DISCOVERED, null, null);
    }

    static Event of(KnownUser user, Change change) {
      return new Event(
          user.number(), user.state(), user.by(), change.to(), change.by(), change.why());
    }
  }
}
