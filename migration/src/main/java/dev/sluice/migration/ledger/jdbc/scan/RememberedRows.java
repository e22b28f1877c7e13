package dev.sluice.migration.ledger.jdbc.scan;

import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.Remembered;
import dev.sluice.api.user.Fingerprint;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.row.Letters;
import dev.sluice.migration.ledger.jdbc.row.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What is remembered of users between scans. */
final class RememberedRows {
  private static final String USER =
      "select number, id, username, state, fingerprint from users where ";
  private static final String PRESENT =
      "state not in ('G', 'J') and (look is null or look <> " + ScanMarks.DELETED + ")";
  private static final String MISSING =
      "state not in ('G', 'J') and (look is null or look between 0 and :look - 1)"
          + " and number <= (select last_user from looks where number = :look)";

  private RememberedRows() {}

  static List<Remembered> of(Handle handle, Collection<UserId> users) {
    List<Remembered> found = new ArrayList<>();
    for (List<UserId> some : Rows.cut(List.copyOf(users))) {
      String sql = USER + "id in " + Rows.row(some.size());
      Rows.bind(handle.createQuery(sql), some, (row, id) -> row.text(id.value()))
          .map(RememberedRows::user)
          .forEach(found::add);
    }
    return found;
  }

  static List<Remembered> present(Handle handle, long after, int limit) {
    return handle
        .createQuery(USER + PRESENT + " and number > :after order by number limit :limit")
        .bind("after", after)
        .bind("limit", limit)
        .map(RememberedRows::user)
        .list();
  }

  static List<Remembered> missing(Handle handle, PoolScan scan, long after, int limit) {
    return handle
        .createQuery(USER + MISSING + " and number > :after order by number limit :limit")
        .bind("look", scan.number())
        .bind("after", after)
        .bind("limit", limit)
        .map(RememberedRows::user)
        .list();
  }

  static long countMissing(Handle handle, PoolScan scan) {
    return handle
        .createQuery("select count(*) from users where " + MISSING)
        .bind("look", scan.number())
        .mapTo(Long.class)
        .one();
  }

  static Optional<UserId> anySeen(Handle handle, PoolScan scan) {
    return handle
        .createQuery("select id from users where look >= :look limit 1")
        .bind("look", scan.number())
        .mapTo(String.class)
        .findOne()
        .map(UserId::new);
  }

  private static Remembered user(ResultSet row, StatementContext context) throws SQLException {
    UserId id = new UserId(row.getString("id"));
    @Nullable String username = row.getString("username");
    long bits = row.getLong("fingerprint");
    @Nullable Fingerprint fingerprint = row.wasNull() ? null : new Fingerprint(bits);
    return new Remembered(
        row.getLong("number"),
        id,
        username == null ? id.value() : username,
        Letters.state(row.getString("state")),
        fingerprint);
  }
}
