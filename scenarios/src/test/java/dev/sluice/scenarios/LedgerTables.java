package dev.sluice.scenarios;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the ledger's own tables say. Reading them takes no time, where every {@code sluice user} is
 * a program that starts, and what the program says can be held against them.
 */
record LedgerTables(String url) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Where somebody stands, and by what; each is its letter in the tables. */
  record Row(String state, String by) {
    static final Row MOVED_BY_PASSWORD = new Row("M", "P");
  }

  /** Everybody's state, by id. */
  Map<String, String> states() {
    return strings("select id, state from users");
  }

  /** How many users there are in each state, as the ledger keeps count of them. */
  Map<String, String> tally() {
    return strings(
        "select state, cast(sum(users) as varchar) from tally group by state having sum(users) > 0");
  }

  /** What is there of somebody, once it is as wanted or 30 seconds have gone by. */
  Optional<Row> once(String login, Predicate<Row> wanted) throws InterruptedException {
    Instant latest = Instant.now().plus(PATIENCE);
    Optional<Row> row = row(login);
    while (row.filter(wanted).isEmpty() && Instant.now().isBefore(latest)) {
      Thread.sleep(50);
      row = row(login);
    }
    return row;
  }

  private Optional<Row> row(String login) {
    try (Connection ledger = DriverManager.getConnection(url);
        PreparedStatement query =
            ledger.prepareStatement(
                "select state, coalesce(moved_by, '') from users where id = ? or username = ?")) {
      query.setString(1, login);
      query.setString(2, login);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next()
            ? Optional.of(new Row(rows.getString(1), rows.getString(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> strings(String sql) {
    try (Connection ledger = DriverManager.getConnection(url);
        PreparedStatement query = ledger.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      Map<String, String> strings = new TreeMap<>();
      while (rows.next()) {
        strings.put(rows.getString(1), rows.getString(2));
      }
      return strings;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
