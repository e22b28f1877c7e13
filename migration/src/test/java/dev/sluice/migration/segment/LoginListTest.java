package dev.sluice.migration.segment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that says by name who is in a segment. */
class LoginListTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mira.k",
        "MIRA@EXAMPLE.ORG",
        "+4915550001",
        "A1B2C3D4-0000-4000-8000-00000000000a",
        "\uFEFFMira.K\r\n",
        "  Mira.K\t",
        "# the pilots\n\nMira.K"
      })
  void a_user_is_listed_by_any_login_in_any_case(String content) throws IOException {
    LoginList list = read(content);

    assertThat(list.names(People.mira())).isTrue();
    assertThat(list.names(People.olaf())).isFalse();
    assertThat(list.size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mira", "example.org", "4915550001", "#Mira.K", "gold"})
  void a_user_is_not_listed_by_what_is_only_similar(String content) throws IOException {
    assertThat(read(content).names(People.mira())).isFalse();
  }

  @Test
  void a_login_that_is_there_twice_counts_once() throws IOException {
    assertThat(read("mira\nolaf\nMIRA\n").size()).isEqualTo(2);
  }

  @Test
  void wrong_lines_are_told_together_with_their_numbers() throws IOException {
    byte[] content =
        "mira\ntwo words\nna\u0001me\nfa\u00e7ade\n%s\n"
            .formatted("x".repeat(2049))
            .getBytes(ISO_8859_1);
    Path file = Files.write(folder.resolve("pilots.txt"), content);

    assertThatThrownBy(() -> LoginList.read("lists/pilots.txt", file))
        .isInstanceOf(LoginListException.class)
        .hasMessage(
            "lists/pilots.txt has lines that are not logins: line 2 contains a space;"
                + " expected one login a line; line 3 contains a control character; line 4 is not"
                + " UTF-8; line 5 is longer than 2048 characters");
  }

  @Test
  void of_many_wrong_lines_ten_are_told_and_the_rest_is_counted() {
    String content = String.join("\n", Collections.nCopies(25, "a b"));

    assertThatThrownBy(() -> read(content)).hasMessageContainingAll("line 10 ", "; and 15 more");
  }

  @Test
  void a_file_that_is_not_there_is_named_with_the_place_where_it_was_looked_for() {
    assertThatThrownBy(() -> LoginList.read("pilot.txt", folder.resolve("pilot.txt")))
        .isInstanceOf(LoginListException.class)
        .hasMessageContainingAll("pilot.txt is not there", folder.toString());
  }

  @Test
  void a_folder_is_no_file() {
    assertThatThrownBy(() -> LoginList.read("x", folder))
        .isInstanceOf(LoginListException.class)
        .hasMessageContaining("x cannot be read");
  }

  @Test
  void a_million_logins_are_the_most() {
    String content =
        IntStream.rangeClosed(0, 1_000_000)
            .mapToObj(Integer::toHexString)
            .collect(Collectors.joining("\n"));

    assertThatThrownBy(() -> read(content)).hasMessageContaining("more than 1,000,000 logins");
  }

  @Test
  void a_list_with_other_logins_is_described_otherwise() {
    LoginList one = LoginList.of("l", List.of("mira", "olaf"));

    assertThat(one).hasToString(LoginList.of("l", List.of("OLAF", "Mira", "mira")).toString());
    assertThat(one.toString())
        .contains("2 logins")
        .isNotEqualTo(LoginList.of("l", List.of("mira", "noor")).toString());
  }

  private LoginList read(String content) throws IOException {
    return LoginList.read("x", Files.writeString(folder.resolve("list.txt"), content));
  }
}
