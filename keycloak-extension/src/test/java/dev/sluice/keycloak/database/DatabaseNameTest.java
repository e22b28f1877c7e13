package dev.sluice.keycloak.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseNameTest {
  @Test
  void a_database_that_no_test_has_seen_is_said_to_be_untested() {
    assertThat(DatabaseName.told("MySQL")).isEqualTo("MySQL (Sluice is not tested on it)");
    assertThat(DatabaseName.told("MariaDB")).isEqualTo("MariaDB");
    assertThat(DatabaseName.told("PostgreSQL")).isEqualTo("PostgreSQL");
  }
}
