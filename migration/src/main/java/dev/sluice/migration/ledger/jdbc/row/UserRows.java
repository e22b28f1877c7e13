package dev.sluice.migration.ledger.jdbc.row;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.Fingerprint;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.database.Dialect;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The rows of users within one transaction. Several processes may change the same users at once, so
 * rows are always locked in the order of their ids, which avoids deadlocks.
 */
public final class UserRows {
  private static final String COLUMNS =
      "id, username, email, phone, username_key, email_key, phone_key, standing, state, since,"
          + " claimed_by";

  private final Handle handle;
  private final Dialect dialect;

  public UserRows(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
  }

  /**
   * Adds users that are not there, as DISCOVERED.
   *
   * @param users sorted by id
   * @return the numbers of the users that were added
   */
  Map<UserId, Long> add(List<UserIdentifiers> users, long now, @Nullable String claimedBy) {
    Map<UserId, Long> added = new HashMap<>();
    for (List<UserIdentifiers> some : Rows.cut(users)) {
      String sql =
          "insert into users ("
              + COLUMNS
              + ") values "
              + Rows.marks(some.size(), 11)
              + " on conflict (id) do nothing returning number, id";
      Rows.bind(
              handle.createQuery(sql),
              some,
              (row, user) ->
                  Logins.of(user)
                      .bind(row.text(user.id().value()))
                      .text(Letters.of(MigrationState.DISCOVERED))
                      .number(now)
                      .text(claimedBy))
          .map((rows, context) ->
              Map.entry(new UserId(rows.getString("id")), rows.getLong("number")))
          .forEach(row -> added.put(row.getKey(), row.getValue()));
    }
    return added;
  }

  /** Holds the rows of these users, who are sorted, until the end of the transaction. */
  public Map<UserId, KnownUser> hold(List<UserId> ids) {
    Map<UserId, KnownUser> known = new HashMap<>();
    for (List<UserId> some : Rows.cut(ids)) {
      String sql =
          "select number, id, username, email, phone, standing, state, moved_by, claimed_by from"
              + " users"
              + " where id in "
              + Rows.row(some.size())
              + " order by id"
              + dialect.lockingRows();
      Rows.bind(handle.createQuery(sql), some, (row, id) -> row.text(id.value()))
          .map((row, context) -> KnownUser.of(row))
          .forEach(user -> known.put(user.id(), user));
    }
    return known;
  }

  /** Brings the logins of users up to date. */
  void updateLogins(Map<KnownUser, UserIdentifiers> users) {
    for (List<Map.Entry<KnownUser, UserIdentifiers>> some :
        Rows.cut(List.copyOf(users.entrySet()))) {
      String sql =
          "update users set username = v.column2, email = v.column3, phone = v.column4,"
              + " username_key = v.column5, email_key = v.column6, phone_key = v.column7,"
              + " standing = v.column8 from (values "
              + Rows.marks(some.size(), 8)
              + ") as v where users.number = v.column1";
      Rows.bind(
              handle.createUpdate(sql),
              some,
              (row, user) -> Logins.of(user.getValue()).bind(row.number(user.getKey().number())))
          .execute();
    }
  }

  /** Claims users for a run; what the target will have of them is not known until they settle. */
  void claim(String run, Collection<KnownUser> users) {
    for (List<KnownUser> some : Rows.cut(List.copyOf(users))) {
      String sql =
          "update users set claimed_by = v.column2, fingerprint = null from (values "
              + Rows.marks(some.size(), 2)
              + ") as v where users.number = v.column1";
      Rows.bind(handle.createUpdate(sql), some, (row, user) -> row.number(user.number()).text(run))
          .execute();
    }
  }

  /** Forgets the fingerprints of users; returns how many were forgotten. */
  public int forget(Collection<UserId> users) {
    int forgotten = 0;
    for (List<UserId> some : Rows.cut(users.stream().sorted().toList())) {
      String sql = "update users set fingerprint = null where id in " + Rows.row(some.size());
      forgotten +=
          Rows.bind(handle.createUpdate(sql), some, (row, id) -> row.text(id.value())).execute();
    }
    return forgotten;
  }

  /**
   * Gives users their new states, and frees them from their claims. A user who is rejected again
   * counts as rejected from now on, perhaps for another reason. A user who has moved is no longer
   * assumed to have moved.
   */
  void change(Map<Long, Change> users, long now) {
    for (List<Map.Entry<Long, Change>> some : Rows.cut(List.copyOf(users.entrySet()))) {
      String sql =
          "update users set state = v.column2, moved_by = v.column3, why = v.column4,"
              + " since = case when users.state = v.column2 and users.state <> 'R' then users.since"
              + " else v.column5 end,"
              + " claimed_by = null, fingerprint = coalesce(v.column6, users.fingerprint),"
              + " assumed = case when v.column2 in ('D', 'I', 'R', 'L') then users.assumed end"
              + " from (values "
              + Rows.marks(some.size(), 6)
              + ") as v where users.number = v.column1";
      Rows.bind(
              handle.createUpdate(sql),
              some,
              (row, user) ->
                  row.number(user.getKey())
                      .text(Letters.of(user.getValue().to()))
                      .text(Letters.ofNullable(user.getValue().by()))
                      .text(StorableText.ofNullable(user.getValue().why()))
                      .number(now)
                      .number(bits(user.getValue().fingerprint())))
          .execute();
    }
  }

  private static @Nullable Long bits(@Nullable Fingerprint fingerprint) {
    return fingerprint == null ? null : fingerprint.value();
  }

  /**
   * Returns the runs among these whose claims no longer bind this run: runs that are over, and runs
   * of its own kind, of which none is at work while this one is.
   */
  Set<String> letGo(Set<String> runs, String run) {
    Set<String> letGo = new HashSet<>();
    for (List<String> some : Rows.cut(List.copyOf(runs))) {
      String sql =
          "select name from runs where name in "
              + Rows.row(some.size())
              + " and (finished is not null or kind = (select kind from runs where name = ?))";
      List<String> names = Stream.concat(some.stream(), Stream.of(run)).toList();
      letGo.addAll(
          Rows.bind(handle.createQuery(sql), names, Rows.Columns::text)
              .mapTo(String.class)
              .collect(Collectors.toSet()));
    }
    return letGo;
  }
}
