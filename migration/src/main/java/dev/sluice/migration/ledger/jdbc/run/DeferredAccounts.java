package dev.sluice.migration.ledger.jdbc.run;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.ledger.jdbc.row.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The accounts at other providers that deferred users have, within one transaction. */
final class DeferredAccounts {
  private DeferredAccounts() {}

  static void put(Handle handle, String run, List<UserRecord> users, Map<String, Long> numbers) {
    List<Row> rows = users.stream().flatMap(user -> rows(run, user, numbers)).toList();
    for (List<Row> some : Rows.cut(rows)) {
      String sql =
          "insert into waiting_accounts (account_key, linked, waiting_number, run) values "
              + Rows.marks(some.size(), 4)
              + " on conflict do nothing";
      Rows.bind(
              handle.createUpdate(sql),
              some,
              (columns, row) ->
                  columns.number(row.key()).number(row.linked()).number(row.user()).text(run))
          .execute();
    }
  }

  private static Stream<Row> rows(String run, UserRecord user, Map<String, Long> numbers) {
    long number = Objects.requireNonNull(numbers.get(user.id().value()));
    return user.identities().stream()
        .map(account -> new Row(AccountKey.of(run, account), linked(user, account), number));
  }

  private static long linked(UserRecord user, ExternalIdentity account) {
    return user.wasMadeBy(account) ? 0 : 1;
  }

  /**
   * Returns numbers of users whose account more than one user has: for each account, the first and
   * the last user it was linked to, and the first and the last user it created.
   */
  static List<Long> shared(Handle handle, List<Long> keys) {
    TreeSet<Long> shared = new TreeSet<>();
    for (List<Long> some : Rows.cut(keys)) {
      String sql =
          "select "
              + String.join(", ", end("min", 0), end("max", 0), end("min", 1), end("max", 1))
              + " from (values "
              + Rows.marks(some.size(), 1)
              + ") as k";
      Rows.bind(handle.createQuery(sql), some, Rows.Columns::number)
          .map((row, context) -> {
            List<Long> users = new ArrayList<>();
            for (int column = 1; column <= 4; column++) {
              long number = row.getLong(column);
              if (!row.wasNull() && !users.contains(number)) {
                users.add(number);
              }
            }
            return users;
          })
          .forEach(users -> {
            if (users.size() > 1) {
              shared.addAll(users);
            }
          });
    }
    return List.copyOf(shared);
  }

  private static String end(String which, int linked) {
    return "(select "
        + which
        + "(a.waiting_number) from waiting_accounts a where a.account_key = k.column1"
        + " and a.linked = "
        + linked
        + ")";
  }

  static int forget(Handle handle, String run) {
    return handle
        .createUpdate("delete from waiting_accounts where run = :run")
        .bind("run", run)
        .execute();
  }

  private record Row(long key, long linked, long user) {}
}
