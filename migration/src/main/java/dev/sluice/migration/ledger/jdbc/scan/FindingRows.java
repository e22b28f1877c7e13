package dev.sluice.migration.ledger.jdbc.scan;

import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.migration.ledger.jdbc.row.Rows;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** How many times each finding was made, a row for each part of a scan. */
final class FindingRows {
  private FindingRows() {}

  static void add(Handle handle, PoolScan scan, String part, Map<Finding, Long> found) {
    List<Map.Entry<Finding, Long>> some =
        new TreeMap<>(found).entrySet().stream().filter(each -> each.getValue() != 0).toList();
    if (some.isEmpty()) {
      return;
    }
    String sql =
        "insert into findings (look, part, what, users) values "
            + Rows.marks(some.size(), 4)
            + " on conflict (look, part, what)"
            + " do update set users = findings.users + excluded.users";
    Rows.bind(
            handle.createUpdate(sql),
            some,
            (row, each) ->
                row.number(scan.number())
                    .text(part)
                    .text(each.getKey().name())
                    .number(each.getValue()))
        .execute();
  }

  static Map<Finding, Long> of(Handle handle, PoolScan scan) {
    Map<Finding, Long> found = new EnumMap<>(Finding.class);
    handle
        .createQuery(
            "select what, sum(users) as users from findings where look = :look group by what")
        .bind("look", scan.number())
        .map((row, context) ->
            found.put(Finding.valueOf(row.getString("what")), row.getLong("users")))
        .list();
    return found;
  }
}
