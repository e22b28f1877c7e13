package dev.sluice.app.config.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.app.config.ConfigException;
import dev.sluice.app.config.ConfigProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in a target's own options: each once, at its own line, in the words of all others. */
class TargetOptionsConfigTest {
  /** The first option of the target stands on line 14. */
  private static final String REST =
      """
      source:
        cognito:
          user-pool-id: eu-west-1_Ab12
          app-client-id: abc
      mode: hybrid



      gateway:
        url: http://localhost:7070
        token: 0123456789abcdef0123456789abcdef
      target:
        keycloak:
      """;

  private static final String PLACE = "url: http://127.0.0.1:8080\nrealm: r\n";
  private static final String GOOD = PLACE + "client-id: c\nclient-secret: s\n";

  @TempDir Path folder;

  @Test
  void three_mistakes_stand_at_their_three_lines() {
    assertThat(
            mistakes(
                """
                url: ftp://nowhere
                realm: a/b
                client-secret: ${env:NOT_SET}
                client-id: c
                """))
        .containsExactly(
            "line 14: target.keycloak.url: \"ftp://nowhere\" is not right; expected an http:// or"
                + " https:// address with a host and without a query",
            "line 15: target.keycloak.realm: \"a/b\" is not right; expected a name without a slash",
            "line 16: target.keycloak.client-secret: the environment variable NOT_SET is not set");
  }

  @Test
  void what_is_missing_and_what_is_wrong_are_told_together() {
    assertThat(mistakes("batches-at-once: 9\nurl: ftp://nowhere\n"))
        .satisfiesExactlyInAnyOrder(
            missing ->
                assertThat(missing)
                    .startsWith(
                        "line 13: target.keycloak.realm: is missing; expected a value such as"
                            + " customers. The realm that people move to."),
            credentials ->
                assertThat(credentials)
                    .isEqualTo(
                        "line 13: target.keycloak: credentials are missing; expected client-id and"
                            + " client-secret, or admin-username and admin-password"),
            number ->
                assertThat(number)
                    .isEqualTo(
                        "line 14: target.keycloak.batches-at-once: \"9\" is not right; expected a"
                            + " whole number from 1 to 8"),
            address -> assertThat(address).startsWith("line 15: target.keycloak.url: "));
  }

  @Test
  void a_target_without_options_is_told_all_that_it_needs() {
    assertThat(mistakes(""))
        .satisfiesExactlyInAnyOrder(
            url -> assertThat(url).startsWith("line 13: target.keycloak.url: is missing; "),
            realm -> assertThat(realm).startsWith("line 13: target.keycloak.realm: is missing; "),
            rest -> assertThat(rest).startsWith("line 13: target.keycloak: credentials are"));
    assertThat(mistakes("url:\n" + GOOD.replaceFirst("url.*\n", "")))
        .singleElement()
        .asString()
        .startsWith("line 14: target.keycloak.url: is missing; expected a value such as https://");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          url: ${env:NOT_SET};realm: r;client-id: c;client-secret: s     | 14 | url
          url: http://x;realm: ${env:NOT_SET};client-id: c;client-secret: s | 15 | realm
          url: http://x;realm: r;client-id: ${env:NOT_SET};client-secret: s | 16 | client-id
          url: http://x;realm: r;client-id: c;client-secret: ${env:NOT_SET} | 17 | client-secret
          url: http://x;realm: r;admin-password: ${env:NOT_SET};admin-username: a | 16 | admin-password
          url: http://x;realm: r;client-id: c;client-secret: s;batches-at-once: ${env:NOT_SET} | 18 | batches-at-once
          url: http://x;realm: r;client-id: c;client-secret: s;languages: ${env:NOT_SET} | 18 | languages
          url: http://x;realm: r;client-id: c;client-secret: s;smtp-from: a@b;smtp-host: ${env:NOT_SET} | 19 | smtp-host
          url: http://x;realm: r;client-id: c;client-secret: s;smtp-host: h;smtp-from: ${env:NOT_SET} | 19 | smtp-from
          """)
  void a_variable_that_is_not_set_is_told_once(String options, int line, String key) {
    assertThat(mistakes(options.replace(";", "\n")))
        .containsExactly(
            "line %d: target.keycloak.%s: the environment variable NOT_SET is not set"
                .formatted(line, key));
  }

  @Test
  void every_variable_that_is_not_set_is_told_also_two_of_one_value() {
    assertThat(mistakes(GOOD.replace("realm: r", "realm: ${env:ONE}-${env:OTHER}-${env:ONE}")))
        .containsExactly(
            "line 15: target.keycloak.realm: the environment variable ONE is not set",
            "line 15: target.keycloak.realm: the environment variable OTHER is not set");
  }

  @Test
  void half_of_a_pair_is_told_at_the_half_that_is_given() {
    assertThat(mistakes(PLACE + "client-id: c\n"))
        .singleElement()
        .asString()
        .startsWith("line 16: target.keycloak.client-id: needs client-secret; expected ");
    assertThat(mistakes(PLACE + "client-id: ${env:NOT_SET}\n"))
        .satisfiesExactly(
            unset ->
                assertThat(unset)
                    .endsWith("client-id: the environment variable NOT_SET is not set"),
            half ->
                assertThat(half)
                    .contains("line 16: target.keycloak.client-id: needs client-secret;"));
  }

  @Test
  void half_of_a_pair_that_cannot_be_used_is_told_once() {
    assertThat(mistakes(PLACE + "client-id: ''\nclient-secret: s\n"))
        .singleElement()
        .asString()
        .startsWith("line 16: target.keycloak.client-id: \"\" is not right; expected a value");
    assertThat(mistakes(PLACE + "client-id: [c]\nclient-secret: s\n"))
        .singleElement()
        .asString()
        .startsWith("line 16: target.keycloak.client-id: expected one value: ");
  }

  @Test
  void the_word_that_was_probably_meant_is_told_for_a_targets_words() {
    assertThat(mistakes(GOOD + "smtp-host: h\nsmtp-from: a@b\nsmtp-security: startls\n"))
        .containsExactly(
            "line 20: target.keycloak.smtp-security: \"startls\" is not right; expected one of"
                + " starttls, tls, none; did you mean \"starttls\"?");
  }

  @Test
  void a_key_that_is_there_twice_is_told_at_its_second_line_and_the_first_value_is_checked() {
    assertThat(mistakes(GOOD.replace("realm: r\n", "realm: r\nrealm: q\n")))
        .containsExactly("line 16: target.keycloak.realm: this key is there twice; keep one");
    assertThat(mistakes(GOOD.replace("realm: r\n", "realm: a/b\nrealm: q\n")))
        .containsExactly(
            "line 15: target.keycloak.realm: \"a/b\" is not right; expected a name without a slash",
            "line 16: target.keycloak.realm: this key is there twice; keep one");
  }

  @Test
  void a_value_from_a_placeholder_and_a_secret_are_not_printed() {
    assertThat(mistakes(GOOD.replace("realm: r", "realm: ${env:SLASHED}")))
        .containsExactly(
            "line 15: target.keycloak.realm: the value is not right; expected a name without a"
                + " slash");
    assertThat(mistakes(GOOD.replace("http://127", "ftp://root:hunter22@127")))
        .singleElement()
        .asString()
        .contains("\"ftp://root:****@127.0.0.1:8080\" is not right")
        .doesNotContain("hunter22");
    assertThat(mistakes(GOOD.replace("client-secret: s", "client-secret: ${env:BLANK}")))
        .singleElement()
        .asString()
        .startsWith("line 17: target.keycloak.client-secret: the value is not right; expected ");
  }

  @Test
  void a_target_that_is_no_section_is_told_once() {
    assertThat(mistakesOf(REST.replace("keycloak:\n", "keycloak: yes\n")))
        .containsExactly(
            "line 13: target.keycloak: expected keys and values below it, further to the right");
    assertThat(mistakesOf(REST.replace("target:\n  keycloak:\n", "target: keycloak\n")))
        .containsExactly(
            "line 12: target: expected keys and values below it, further to the right");
  }

  private List<String> mistakes(String options) {
    return mistakesOf(REST + options.indent(4));
  }

  private List<String> mistakesOf(String yaml) {
    ConfigException told = catchThrowableOfType(ConfigException.class, () -> read(yaml));
    return told.problems().stream().map(ConfigProblem::toString).toList();
  }

  private void read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("sluice.yaml"), yaml);
    new ConfigReader(Map.of("SLASHED", "one/two", "BLANK", " ")).read(file);
  }
}
