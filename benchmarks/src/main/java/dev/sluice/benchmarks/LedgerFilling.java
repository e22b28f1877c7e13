package dev.sluice.benchmarks;

import dev.sluice.migration.ledger.jdbc.LedgerStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts imported users, each with the two events of a bulk run, straight into a ledger's tables.
 * That is much faster than the ledger itself, and leaves the same rows and indexes.
 */
final class LedgerFilling {
  private static final int ROWS_AT_ONCE = 10_000;
  private static final long AT = 1_780_000_000_000L;
  private static final String RUN = "bulk-1";

  private final String url;
  private final boolean sqlite;

  LedgerFilling(String url) {
    this.url = url;
    this.sqlite = url.startsWith("jdbc:sqlite:");
  }

  /** Fills a ledger that does not exist yet. */
  void fill(long users) throws SQLException {
    LedgerStore.open(url).close();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      if (sqlite) {
        statement.execute("pragma journal_mode = off");
        statement.execute("pragma synchronous = off");
      }
      List<String> indexes = dropIndexes(connection);
      connection.setAutoCommit(false);
      insertUsers(connection, users);
      insertEvents(statement);
      for (String index : indexes) {
        statement.execute(index);
      }
      statement.execute(
          "insert into tally (slot, state, moved_by, users) values (0, 'I', '', " + users + ")");
      connection.commit();
    }
  }

  /** Drops the indexes that can be recreated and returns the statements for it. */
  private List<String> dropIndexes(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> making = new ArrayList<>();
    String catalog =
        sqlite
            ? "select name, sql from sqlite_master where type = 'index' and sql is not null"
                + " and tbl_name in ('users', 'events')"
            : "select indexname, indexdef from pg_indexes where tablename in ('users', 'events')"
                + " and indexname not in (select conname from pg_constraint)";
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(catalog)) {
        while (rows.next()) {
          names.add(rows.getString(1));
          making.add(rows.getString(2));
        }
      }
      for (String name : names) {
        statement.execute("drop index " + name);
      }
    }
    return making;
  }

  private void insertUsers(Connection connection, long users) throws SQLException {
    String sql =
        "insert into users (number, id, email, phone, email_key, phone_key, state, since)"
            + systemValues()
            + " values (?, ?, ?, ?, ?, ?, 'I', "
            + AT
            + ")";
    try (PreparedStatement row = connection.prepareStatement(sql)) {
      for (long number = 1; number <= users; number++) {
        LedgerUser user = LedgerUser.of(number);
        row.setLong(1, number);
        row.setString(2, user.id());
        row.setString(3, user.email());
        row.setString(4, user.phone());
        row.setLong(5, LedgerUser.key(user.email()));
        row.setLong(6, LedgerUser.key(user.phone()));
        row.addBatch();
        if (number % ROWS_AT_ONCE == 0 || number == users) {
          row.executeBatch();
          connection.commit();
        }
      }
    }
  }

  /** Seen, then imported. */
  private void insertEvents(Statement statement) throws SQLException {
    for (String event :
        List.of("2 * number - 1, number, null, 'D'", "2 * number, number, 'D', 'I'")) {
      statement.execute(
          "insert into events (number, user_number, from_state, to_state, who, at)"
              + systemValues()
              + " select "
              + event
              + ", '"
              + RUN
              + "', "
              + AT
              + " from users");
    }
  }

  private String systemValues() {
    return sqlite ? "" : " overriding system value";
  }
}
