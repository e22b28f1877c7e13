package dev.sluice.keycloak.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailureTest {
  @ParameterizedTest
  @CsvSource({
    "40001, 1213",
    "08S01, 0",
    "08006, 0",
    "HY000, 1205",
    "HY000, 1021",
    "HY000, 1290",
    "57P01, 0",
    "53300, 0",
    "55P03, 0",
    "70100, 1317",
    "HYT00, 50200",
    "90121, 90121"
  })
  void what_passes_by_itself_is_known(String state, int number) {
    assertThat(SqlFailure.isPassing(wrapped(new SQLException("it broke", state, number)))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"HY000, 1267", "22007, 1366", "45000, 1644", "23000, 1062", "XX000, 0", "54000, 0"})
  void what_a_repetition_cannot_help_is_not_passing(String state, int number) {
    assertThat(SqlFailure.isPassing(wrapped(new SQLException("it broke", state, number))))
        .isFalse();
  }

  @Test
  void a_failure_that_no_database_reported_is_not_passing_either() {
    assertThat(SqlFailure.isPassing(new IllegalStateException("no"))).isFalse();
  }

  @Test
  void a_pool_without_a_connection_passes() {
    assertThat(SqlFailure.isPassing(wrapped(new SQLException("Sorry, acquisition timeout!"))))
        .isTrue();
  }

  @Test
  void the_cause_of_a_failed_batch_is_what_comes_after_it() {
    var batch = new BatchUpdateException("a batch failed", null, 0, new int[0], null);
    batch.setNextException(new SQLException("too long", "22001"));
    assertThat(SqlFailure.isAboutTheData(wrapped(batch))).isTrue();
    assertThat(SqlFailure.problem(wrapped(batch))).isEqualTo("too long");
  }

  private static Throwable wrapped(SQLException e) {
    return new IllegalStateException("somewhere", e);
  }
}
