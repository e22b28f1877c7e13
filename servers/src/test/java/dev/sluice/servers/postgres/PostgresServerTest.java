package dev.sluice.servers.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresServerTest {
  @BeforeEach
  void postgres_is_installed() {
    assumeTrue(
        PostgresServer.isInstalled(), "skipped: the package \"postgresql\" is not installed here");
  }

  @Test
  void it_serves_databases_until_it_is_closed() throws SQLException {
    String url;
    try (var server = PostgresServer.start()) {
      url = server.createDatabase("orders_7");
      assertThat(currentDatabase(server, url)).isEqualTo("orders_7");
      assertThat(currentDatabase(server, server.jdbcUrl())).isEqualTo("sluice");
    }
    assertThatThrownBy(() -> connect(url, "sluice", "whatever")).isInstanceOf(SQLException.class);
  }

  @Test
  void a_database_name_that_needs_quoting_is_refused() {
    try (var server = PostgresServer.start()) {
      assertThatThrownBy(() -> server.createDatabase("a; drop database sluice"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String currentDatabase(PostgresServer server, String url) throws SQLException {
    try (Connection connection = connect(url, server.user(), server.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select current_database()")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(String url, String user, String password) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    return source.getConnection(user, password);
  }
}
