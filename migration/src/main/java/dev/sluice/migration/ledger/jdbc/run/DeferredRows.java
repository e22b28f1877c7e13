package dev.sluice.migration.ledger.jdbc.run;

import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.ledger.jdbc.row.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of deferred users within one transaction. */
final class DeferredRows {
  private DeferredRows() {}

  /**
   * @param users sorted by id, each once
   */
  static void put(Handle handle, String run, List<UserRecord> users) {
    for (List<UserRecord> some : Rows.cut(users)) {
      String sql =
          "insert into waiting (run, user_id, record) values "
              + Rows.marks(some.size(), 3)
              + " on conflict (run, user_id) do update set record = excluded.record"
              + " returning number, user_id";
      Map<String, Long> numbers = new HashMap<>();
      Rows.bind(
              handle.createQuery(sql),
              some,
              (row, user) -> row.text(run).text(user.id().value()).text(RecordJson.of(user)))
          .map((rows, context) -> Map.entry(rows.getString("user_id"), rows.getLong("number")))
          .forEach(row -> numbers.put(row.getKey(), row.getValue()));
      DeferredAccounts.put(handle, run, some, numbers);
    }
  }

  static List<UserRecord> next(
      Handle handle, String run, String from, Optional<String> below, String after, int limit) {
    return handle
        .createQuery(
            "select record from waiting where run = :run and user_id >= :from and user_id > :after"
                + (below.isPresent() ? " and user_id < :below" : "")
                + " order by user_id limit :limit")
        .bind("run", run)
        .bind("from", from)
        .bind("after", after)
        .bindMap(below.map(end -> Map.of("below", end)).orElse(Map.of()))
        .bind("limit", limit)
        .map((row, context) -> RecordJson.read(row.getString("record")))
        .list();
  }

  static List<UserRecord> records(Handle handle, List<Long> numbers) {
    List<UserRecord> records = new ArrayList<>();
    for (List<Long> some : Rows.cut(numbers)) {
      String sql = "select record from waiting where number in " + Rows.row(some.size());
      records.addAll(
          Rows.bind(handle.createQuery(sql), some, Rows.Columns::number)
              .map((row, context) -> RecordJson.read(row.getString("record")))
              .list());
    }
    return records;
  }

  /** Returns the first and the last number of a run's rows. */
  static Optional<long[]> ends(Handle handle, String run) {
    return handle
        .createQuery(
            "select min(number) as first, max(number) as last from waiting where run = :run"
                + " having count(*) > 0")
        .bind("run", run)
        .map((row, context) -> new long[] {row.getLong("first"), row.getLong("last")})
        .findOne();
  }

  static int forget(Handle handle, String run, long from, long below) {
    return handle
        .createUpdate(
            "delete from waiting where number >= :from and number < :below and run = :run")
        .bind("from", from)
        .bind("below", below)
        .bind("run", run)
        .execute();
  }

  /**
   * Forgets the users of runs that were ended by others; a run that comes to its end keeps none.
   */
  static void forgetFinished(Handle handle, String kind) {
    for (String table : List.of("waiting_accounts", "waiting")) {
      handle
          .createUpdate(
              "delete from "
                  + table
                  + " where run in"
                  + " (select name from runs where kind = :kind and finished is not null)")
          .bind("kind", kind)
          .execute();
    }
  }
}
