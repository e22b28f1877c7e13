package dev.sluice.servers.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.servers.ServerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MariaDbServerTest {
  @BeforeEach
  void mariadb_is_installed() {
    assumeTrue(
        MariaDbServer.isInstalled(),
        "skipped: the packages \"mariadb-server-core\" and \"mariadb-client-core\" are not"
            + " installed here");
  }

  @Test
  void it_serves_databases_of_any_collation_until_it_is_closed() {
    var server = MariaDbServer.start();
    try (server) {
      server.createDatabase("loose", "utf8mb3_general_ci");
      server.createDatabase("exact", "utf8mb4_bin");
      assertThat(server.query("loose", "select @@collation_database, @@tx_isolation"))
          .containsExactly("utf8mb3_general_ci\tREPEATABLE-READ");
      assertThat(server.query("exact", "select database(), '\uD83C\uDF89'"))
          .containsExactly("exact\t\uD83C\uDF89");
    }
    assertThatThrownBy(() -> server.query("exact", "select 1"))
        .isInstanceOfAny(ServerException.class, java.io.UncheckedIOException.class);
  }

  @Test
  void nobody_gets_in_without_the_password() {
    try (var server = MariaDbServer.start()) {
      assertThat(server.query("mysql", "select user, host from mysql.global_priv"))
          .containsExactly(server.user() + "\t127.0.0.1");
    }
  }

  @Test
  void a_database_name_that_needs_quoting_is_refused() {
    try (var server = MariaDbServer.start()) {
      assertThatThrownBy(() -> server.createDatabase("a; drop database mysql", "utf8mb4_bin"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
