package dev.sluice.migration.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.archive.format.ArchiveException;
import dev.sluice.migration.archive.format.Lines;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UserJsonTest {
  private static final UserRecord MIRA =
      new UserRecord(
          new UserId("3f-mira"),
          "Google_117",
          SourceStatus.EXTERNAL_PROVIDER,
          true,
          Map.of("email", "mira@example.org", "custom:note", "a\nb\u2028c\"\u0000"),
          List.of(
              new ExternalIdentity(
                  "Google", "Google", "117", null, true, Instant.ofEpochMilli(1112345678901L))),
          List.of(),
          Instant.parse("2021-02-03T04:05:06.500Z"),
          Instant.parse("2024-05-06T07:08:09Z"));

  @Property(tries = 300)
  void every_user_comes_back_as_it_was_whatever_its_values(
      @ForAll("users") UserRecord user, @ForAll("users") UserRecord next) {
    byte[] lines = Lines.of(List.of(UserJson.of(user), UserJson.of(next)));

    assertThat(Lines.in(lines, UserJson::in, "here")).containsExactly(user, next);
  }

  @Property(tries = 300)
  void a_user_is_one_line_of_ascii_whatever_its_values(@ForAll("users") UserRecord user) {
    String line = new String(Lines.of(List.of(UserJson.of(user))), StandardCharsets.ISO_8859_1);

    assertThat(line.chars()).allMatch(letter -> letter == '\n' || (letter >= ' ' && letter <= '~'));
    assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
  }

  @Example
  void the_line_is_as_the_documents_show_it() {
    assertThat(new String(Lines.of(List.of(UserJson.of(MIRA))), StandardCharsets.US_ASCII))
        .isEqualTo(
            "{\"id\":\"3f-mira\",\"username\":\"Google_117\",\"status\":\"EXTERNAL_PROVIDER\","
                + "\"enabled\":true,\"createdAt\":\"2021-02-03T04:05:06.500Z\","
                + "\"modifiedAt\":\"2024-05-06T07:08:09Z\",\"attributes\":{"
                + "\"custom:note\":\"a\\nb\\u2028c\\\"\\u0000\",\"email\":\"mira@example.org\"},"
                + "\"identities\":[{\"provider\":\"Google\",\"type\":\"Google\",\"userId\":\"117\","
                + "\"issuer\":null,\"primary\":true,\"linkedAt\":\"2005-04-01T08:54:38.901Z\"}]}\n");
  }

  @Example
  void what_a_later_version_adds_is_left_alone_and_a_status_of_tomorrow_is_unknown() {
    String line =
        text(MIRA).replace("EXTERNAL_PROVIDER", "FROZEN").replaceFirst("\\{", "{\"shoe\":43,");

    assertThat(read(line)).extracting(UserRecord::status).isEqualTo(SourceStatus.UNKNOWN);
  }

  @Example
  void a_line_that_lacks_something_is_refused_with_the_field_and_the_place() {
    String line = text(MIRA).replace("\"enabled\":true,", "");

    assertThatThrownBy(() -> read(line))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("here, line 1")
        .hasMessageContaining("\"enabled\"");
  }

  @Example
  void a_cut_off_line_is_refused() {
    String line = text(MIRA);

    assertThatThrownBy(() -> read(line.substring(0, line.length() - 1)))
        .hasMessage("here: the last line is cut off.");
    assertThatThrownBy(() -> read(line.substring(0, 40) + "\n")).hasMessageContaining("line 1");
  }

  @Provide
  Arbitrary<UserRecord> users() {
    return Combinators.combine(
            ids(),
            anyText(),
            Arbitraries.of(SourceStatus.values()),
            Arbitraries.of(true, false),
            Arbitraries.maps(anyText(), anyText()).ofMaxSize(12),
            identities().list().ofMaxSize(3),
            moments(),
            moments())
        .as((id, name, status, enabled, attributes, identities, created, modified) ->
            new UserRecord(
                id, name, status, enabled, attributes, identities, List.of(), created, modified));
  }

  private static Arbitrary<UserId> ids() {
    return Arbitraries.strings()
        .withChars("0123456789abcdef-äß\u4e16\"\\'<{ ")
        .ofMinLength(1)
        .ofMaxLength(60)
        .filter(text -> !text.isBlank())
        .map(UserId::new);
  }

  /** Halves of surrogate pairs, control characters and line ends included. */
  private static Arbitrary<String> anyText() {
    Arbitrary<String> hostile =
        Arbitraries.of(
            "\n",
            "\r\n",
            "\u0000",
            "\u007f",
            "\u2028",
            "\u0085",
            "\ud800",
            "\udfff\ud800",
            "\"}\n{\"id\":1}",
            "\\u0041",
            "\ufeff",
            "😀",
            "");
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(40),
        hostile.list().ofMaxSize(6).map(parts -> String.join("", parts)));
  }

  private static Arbitrary<ExternalIdentity> identities() {
    return Combinators.combine(
            anyText(), anyText(), anyText(), anyText().injectNull(0.3), moments().injectNull(0.3))
        .as((provider, type, id, issuer, linked) ->
            new ExternalIdentity(provider, type, id, issuer, id.length() % 2 == 0, linked));
  }

  private static Arbitrary<Instant> moments() {
    return Combinators.combine(
            Arbitraries.longs().between(-62_000_000_000L, 250_000_000_000L),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  private static String text(UserRecord user) {
    return new String(Lines.of(List.of(UserJson.of(user))), StandardCharsets.US_ASCII);
  }

  private static UserRecord read(String line) {
    return Lines.in(line.getBytes(StandardCharsets.US_ASCII), UserJson::in, "here").getFirst();
  }
}
