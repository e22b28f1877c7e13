package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks which users answer to a login, in every database and every script. */
public abstract class LoginsContract extends OpenedLedger {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mira.K",
        "mira.k",
        "MIRA.K",
        "mira@example.org",
        "MIRA@Example.ORG",
        "+4915550001"
      })
  void a_user_answers_to_its_username_email_and_phone_number(String login) {
    ledger.see("bulk", List.of(mira(), olaf()));

    assertThat(ids(ledger.findByLogin(login))).containsExactly(MIRA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mira",
        "mira@example.or",
        "4915550001",
        "+491555000",
        "%",
        "mira_k",
        "",
        " ",
        "null"
      })
  void no_user_answers_to_a_login_that_is_only_similar(String login) {
    ledger.see("bulk", List.of(mira(), olaf()));

    assertThat(ledger.findByLogin(login)).isEmpty();
  }

  @Test
  void a_user_whose_username_is_its_id_answers_to_that() {
    ledger.see("bulk", List.of(mira(), olaf()));

    assertThat(ledger.findByLogin(OLAF.value()))
        .extracting(LedgerEntry::username)
        .containsExactly(OLAF.value());
    assertThat(ids(ledger.findByLogin("04A8C4E2-0000-4000-8000-00000000000B")))
        .containsExactly(OLAF);
  }

  @Test
  void an_id_that_is_no_username_is_no_login() {
    ledger.see("bulk", List.of(mira()));

    assertThat(ledger.findByLogin(MIRA.value())).isEmpty();
  }

  @Test
  void an_id_in_capitals_that_is_the_username_is_found_in_any_case() {
    UserId shout = new UserId("SHOUT-1");
    ledger.see("bulk", List.of(new UserIdentifiers(shout, "SHOUT-1", null, null)));

    assertThat(ids(ledger.findByLogin("shout-1"))).containsExactly(shout);
  }

  @Test
  void the_user_with_exactly_this_username_comes_first_then_one_that_has_moved() {
    ledger.see(
        "bulk",
        List.of(
            new UserIdentifiers(new UserId("1"), "ANNA", null, null),
            new UserIdentifiers(new UserId("2"), "x", "Anna", null),
            new UserIdentifiers(new UserId("3"), "anna", null, null),
            new UserIdentifiers(new UserId("4"), "Anna", null, null)));
    ledger.move("gateway", Change.migrated(new UserId("2"), MovedBy.PASSWORD));

    assertThat(ids(ledger.findByLogin("anna")))
        .extracting(UserId::value)
        .containsExactly("3", "2", "1", "4");
  }

  @Test
  void a_merged_profile_comes_after_the_one_that_stands_for_the_person() {
    ledger.see(
        "bulk",
        List.of(
            new UserIdentifiers(new UserId("1"), "Google_7", "anna@example.org", null),
            new UserIdentifiers(new UserId("2"), "anna", "anna@example.org", null)));
    ledger.move("bulk", Change.merged(new UserId("1"), "One person with anna."));

    assertThat(ids(ledger.findByLogin("anna@example.org")))
        .extracting(UserId::value)
        .containsExactly("2", "1");
  }

  @Test
  void at_most_ten_users_are_found() {
    ledger.see(
        "bulk",
        IntStream.range(0, 25)
            .mapToObj(
                i -> new UserIdentifiers(new UserId("u" + i), "n" + i, "all@example.org", null))
            .toList());

    assertThat(ledger.findByLogin("ALL@example.org")).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({
    "jürgen@exämple.org, JÜRGEN@EXÄMPLE.ORG",
    "иван, ИВАН",
    "σίσυφος, ΣΊΣΥΦΟΣ",
    "山田太郎, 山田太郎",
    "أحمد, أحمد",
    "ann+shop@example.org, Ann+Shop@example.org",
    "\uD83D\uDE00, \uD83D\uDE00",
    "o'brien\"; drop table users; --, O'BRIEN\"; DROP TABLE USERS; --",
    ":id ? $1 <b>, :ID ? $1 <B>",
  })
  void logins_of_every_script_and_with_hostile_signs_are_found_in_any_case(
      String stored, String typed) {
    ledger.see("bulk", List.of(new UserIdentifiers(MIRA, stored, stored, null), olaf()));

    assertThat(ids(ledger.findByLogin(typed))).containsExactly(MIRA);
    assertThat(ledger.find(MIRA).map(LedgerEntry::username)).contains(stored);
    assertThat(ledger.find(MIRA).map(LedgerEntry::email)).contains(stored);
  }

  @Test
  void the_longest_values_are_kept_whole() {
    UserId longest = new UserId("i".repeat(255));
    String email = "é".repeat(1024);
    ledger.see(
        "bulk",
        List.of(new UserIdentifiers(longest, "u".repeat(2048), email, "+" + "4".repeat(2047))));
    ledger.move("bulk", Change.rejected(longest, "w".repeat(20_000)));

    LedgerEntry found = ledger.find(longest).orElseThrow();

    assertThat(found.email()).isEqualTo(email);
    assertThat(found.username()).hasSize(2048);
    assertThat(found.why()).hasSize(20_000);
    assertThat(ids(ledger.findByLogin(email.toUpperCase(java.util.Locale.ROOT))))
        .containsExactly(longest);
  }

  @Test
  void a_character_that_a_database_cannot_hold_is_kept_as_a_replacement_sign_and_still_found() {
    ledger.see(
        "bulk", List.of(new UserIdentifiers(MIRA, "mi\0ra", "half\uD83D@example.org", null)));
    ledger.move("bulk", Change.rejected(MIRA, "no\0good"));

    LedgerEntry found = ledger.find(MIRA).orElseThrow();

    assertThat(found.username()).isEqualTo("mi\uFFFDra");
    assertThat(found.email()).isEqualTo("half\uFFFD@example.org");
    assertThat(found.why()).isEqualTo("no\uFFFDgood");
    assertThat(ids(ledger.findByLogin("MI\0RA"))).containsExactly(MIRA);
  }
}
