package dev.sluice.migration.ledger.jdbc;

import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.ledger.LoginKey;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.Standing;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.database.Database;
import dev.sluice.migration.ledger.jdbc.row.Letters;
import dev.sluice.migration.ledger.jdbc.row.Rows;
import dev.sluice.migration.ledger.jdbc.row.StorableText;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Reads from a ledger without changing it. */
final class LedgerQueries {
  static final String ENTRY =
      "select number, id, username, email, phone, state, moved_by, why, since, assumed, standing"
          + " from users ";
  private static final int LOGINS_AT_MOST = 10;

  /** Room for users who share a key with this login, and are filtered out afterwards. */
  private static final int CANDIDATES_AT_MOST = 100;

  private final Database database;

  LedgerQueries(Database database) {
    this.database = database;
  }

  Optional<LedgerEntry> find(UserId id) {
    return database.read(handle ->
        handle
            .createQuery(ENTRY + "where id = :id")
            .bind("id", id.value())
            .map(LedgerQueries::entry)
            .findOne());
  }

  Map<UserId, LedgerEntry> entries(Collection<UserId> ids) {
    Map<UserId, LedgerEntry> found = new HashMap<>();
    for (List<UserId> some : Rows.cut(List.copyOf(ids))) {
      String sql = ENTRY + "where id in " + Rows.row(some.size());
      database
          .read(handle ->
              Rows.bind(handle.createQuery(sql), some, (row, id) -> row.text(id.value()))
                  .map(LedgerQueries::entry)
                  .list())
          .forEach(entry -> found.put(entry.id(), entry));
    }
    return found;
  }

  List<LedgerEntry> findByLogin(String text) {
    String login = StorableText.of(text);
    List<LedgerEntry> candidates =
        database.read(handle ->
            handle
                .createQuery(
                    ENTRY
                        + "where username_key = :key or email_key = :key or phone_key = :key"
                        + " or id = :inOneCase"
                        + " order by case when coalesce(username, id) = :login then 0 else 1 end,"
                        + " case state when 'M' then 0 when 'J' then 2 else 1 end,"
                        + " number limit :limit")
                .bind("key", LoginKey.of(login))
                .bind("login", login)
                .bind("inOneCase", LoginKey.inOneCase(login))
                .bind("limit", CANDIDATES_AT_MOST)
                .map(LedgerQueries::entry)
                .list());
    return candidates.stream()
        .filter(entry -> answersTo(entry, login))
        .limit(LOGINS_AT_MOST)
        .toList();
  }

  List<LedgerEntry> rivals(String text, UserId of) {
    String login = StorableText.of(text);
    List<LedgerEntry> candidates =
        database.read(handle ->
            handle
                .createQuery(
                    ENTRY
                        + "where (username_key = :key or email_key = :key or phone_key = :key)"
                        + " and id <> :of and state not in ('G', 'J')"
                        + " order by case when username_key = :key then 0 else 1 end,"
                        + " case state when 'M' then 0 else 1 end,"
                        + " coalesce(standing, 0) desc, id limit :limit")
                .bind("key", LoginKey.of(login))
                .bind("of", of.value())
                .bind("limit", CANDIDATES_AT_MOST)
                .map(LedgerQueries::entry)
                .list());
    return candidates.stream()
        .filter(entry -> answersTo(entry, login))
        .limit(LOGINS_AT_MOST)
        .toList();
  }

  private static boolean answersTo(LedgerEntry entry, String login) {
    return LoginKey.sameInAnyCase(entry.username(), login)
        || LoginKey.sameInAnyCase(entry.email(), login)
        || login.equals(entry.phoneNumber());
  }

  List<LedgerEntry> list(MigrationState state, Optional<UserId> after, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                ENTRY
                    + "where state = :state and number > coalesce("
                    + "(select number from users where id = :after), 0)"
                    + " order by number limit :limit")
            .bind("state", Letters.of(state))
            .bind("after", after.map(UserId::value).orElse(""))
            .bind("limit", limit)
            .map(LedgerQueries::entry)
            .list());
  }

  Map<MovedBy, Long> movedSince(Instant time) {
    Map<MovedBy, Long> moved = new EnumMap<>(MovedBy.class);
    database.read(handle ->
        handle
            .createQuery(
                "select moved_by, count(*) as users from users"
                    + " where state = 'M' and since >= :since group by moved_by")
            .bind("since", time.toEpochMilli())
            .reduceRows(
                moved,
                (counts, row) -> {
                  counts.put(
                      Objects.requireNonNull(Letters.by(row.getColumn("moved_by", String.class))),
                      row.getColumn("users", Long.class));
                  return counts;
                }));
    return moved;
  }

  List<LedgerEvent> history(UserId id) {
    return database.read(handle ->
        handle
            .createQuery(
                "select e.number, e.at, e.who, e.from_state, e.to_state, e.moved_by, e.why"
                    + " from users u join events e on e.user_number = u.number"
                    + " where u.id = :id order by e.number")
            .bind("id", id.value())
            .map((RowView row) -> event(id, row))
            .list());
  }

  static LedgerEntry entry(RowView row) {
    UserId id = new UserId(row.getColumn("id", String.class));
    @Nullable String username = row.getColumn("username", String.class);
    return new LedgerEntry(
        id,
        username == null ? id.value() : username,
        row.getColumn("email", String.class),
        row.getColumn("phone", String.class),
        Letters.state(row.getColumn("state", String.class)),
        Letters.by(row.getColumn("moved_by", String.class)),
        row.getColumn("why", String.class),
        Instant.ofEpochMilli(row.getColumn("since", Long.class)),
        time(row.getColumn("assumed", Long.class)),
        standing(row.getColumn("standing", Long.class)));
  }

  private static Standing standing(@Nullable Long packed) {
    return packed == null ? Standing.UNKNOWN : Standing.unpacked(packed);
  }

  private static @Nullable Instant time(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static LedgerEvent event(UserId id, RowView row) {
    return new LedgerEvent(
        row.getColumn("number", Long.class),
        Instant.ofEpochMilli(row.getColumn("at", Long.class)),
        row.getColumn("who", String.class),
        id,
        Letters.stateOrNull(row.getColumn("from_state", String.class)),
        Letters.state(row.getColumn("to_state", String.class)),
        Letters.by(row.getColumn("moved_by", String.class)),
        row.getColumn("why", String.class));
  }
}
