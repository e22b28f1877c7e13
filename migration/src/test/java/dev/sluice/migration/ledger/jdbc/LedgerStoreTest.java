package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LedgerStoreTest {
  private static final UserIdentifiers ROSA =
      new UserIdentifiers(new UserId("rosa"), "rosa", "rosa@example.org", null);

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {"ledger.db", "jdbc:mysql://127.0.0.1/x", "jdbc:sqlite:", "jdbc:sqlite::memory:"})
  void what_is_no_place_for_a_ledger_is_refused(String url) {
    assertThatThrownBy(() -> LedgerStore.open(url))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("set ledger.url to jdbc:sqlite:FILE");
  }

  @Test
  void a_directory_that_cannot_be_made_is_named() throws IOException {
    Path file = Files.writeString(directory.resolve("a file"), "");

    assertThatThrownBy(() -> LedgerStore.open("jdbc:sqlite:" + file.resolve("ledger.db")))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("Cannot make a directory")
        .hasMessageContaining("a file");
  }

  @Test
  void a_directory_is_no_ledger() {
    assertThatThrownBy(() -> LedgerStore.open("jdbc:sqlite:" + directory))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("this is a directory");
  }

  @Test
  void a_file_that_is_something_else_is_left_alone() throws IOException {
    Path file =
        Files.writeString(directory.resolve("notes.txt"), "Remember the milk.\n".repeat(99));

    assertThatThrownBy(() -> LedgerStore.open("jdbc:sqlite:" + file))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("This file is not a ledger");
    assertThat(file).content().startsWith("Remember the milk.");
  }

  @Test
  void reading_makes_no_ledger_where_there_is_none() {
    Path file = directory.resolve("none.db");

    assertThatThrownBy(() -> LedgerStore.openToRead("jdbc:sqlite:" + file))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("There is no ledger yet at " + file);
    assertThat(file).doesNotExist();
  }

  @Test
  void a_ledger_of_a_newer_program_is_refused_by_both_ways_to_open() throws SQLException {
    String url = "jdbc:sqlite:" + directory.resolve("ledger.db");
    LedgerStore.open(url).close();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("update ledger_schema set version = '99' where version = '1'");
    }

    for (Callable<LedgerStore> opening :
        List.<Callable<LedgerStore>>of(
            () -> LedgerStore.open(url), () -> LedgerStore.openToRead(url))) {
      assertThatThrownBy(opening::call)
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("A newer Sluice has made the ledger");
    }
  }

  @Test
  void a_ledger_opened_to_read_refuses_to_be_written() {
    String url = "jdbc:sqlite:" + directory.resolve("ledger.db");
    LedgerStore.open(url).close();
    try (LedgerStore store = LedgerStore.openToRead(url)) {
      assertThatThrownBy(() -> store.ledger().see("status", List.of(ROSA)))
          .isInstanceOf(LedgerException.class);
      assertThatThrownBy(() -> store.runs().open("bulk"))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("opened to read only");
    }
  }

  @Test
  void status_reads_while_serve_writes() {
    String url = "jdbc:sqlite:" + directory.resolve("ledger.db");
    try (LedgerStore writer = LedgerStore.open(url);
        LedgerStore reader = LedgerStore.openToRead(url)) {
      writer.ledger().see("bulk", List.of(ROSA));

      assertThat(reader.ledger().find(ROSA.id())).isPresent();
    }
  }

  @Test
  void a_closed_ledger_says_so() {
    LedgerStore store = LedgerStore.open("jdbc:sqlite:" + directory.resolve("ledger.db"));
    store.close();

    assertThatThrownBy(() -> store.ledger().find(ROSA.id())).isInstanceOf(LedgerException.class);
  }

  @Test
  void many_may_open_a_new_ledger_at_once() throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("ledger.db");

    OpenedLedger.atOnce(
            IntStream.range(0, 4)
                .<Callable<LedgerStore>>mapToObj(i -> () -> LedgerStore.open(url))
                .toList())
        .forEach(LedgerStore::close);

    assertThat(Files.exists(directory.resolve("ledger.db"))).isTrue();
  }

  @Test
  void a_postgresql_that_is_not_there_is_named_without_the_password() {
    assertThatThrownBy(
            () -> LedgerStore.open("jdbc:postgresql://127.0.0.1:1/x?user=u&password=se-cret-9"))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("Check that PostgreSQL is running")
        .hasMessageContaining("password=****")
        .message()
        .doesNotContain("se-cret-9");
  }

  @Test
  void a_wrong_password_and_a_missing_database_say_what_to_do() {
    LedgerServer.requireInstalled();
    String url = LedgerServer.newDatabase();

    assertThatThrownBy(() -> LedgerStore.open(url.replaceAll("password=.*", "password=not-it-7")))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("Check user= and password= in ledger.url")
        .message()
        .doesNotContain("not-it-7");
    assertThatThrownBy(() -> LedgerStore.open(url.replaceAll("/ledger_[0-9]+", "/nowhere")))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("Create this database");
  }

  @Test
  void a_seal_never_covers_a_number_that_a_transaction_may_still_write() throws Exception {
    LedgerServer.requireInstalled();
    String url = LedgerServer.newDatabase();
    try (LedgerStore store = LedgerStore.open(url);
        Connection slow = DriverManager.getConnection(url);
        Statement statement = slow.createStatement()) {
      store.ledger().see("bulk", List.of(ROSA));
      slow.setAutoCommit(false);
      statement.execute("update users set since = since");
      statement.execute(
          "insert into events (at, user_number, who, to_state) values (5, 1, 'slow', 'I')");
      store
          .ledger()
          .see("bulk", List.of(new UserIdentifiers(new UserId("quick"), "q", null, null)));

      List<Optional<?>> sealed =
          OpenedLedger.atOnce(List.of(() -> store.seals().seal(), () -> commitLater(slow)));

      assertThat(sealed.getFirst()).isPresent();
      assertThat(store.seals().problems()).isEmpty();
      assertThat(store.ledger().history(ROSA.id())).hasSize(2);
    }
  }

  private static Optional<Instant> commitLater(Connection slow) throws Exception {
    Thread.sleep(400);
    slow.commit();
    return Optional.empty();
  }
}
