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
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake is told once, at its own line, and not again as what follows from it. */
class EachMistakeOnceTest {
  private static final String GOOD =
      """
      source:
        cognito:
          user-pool-id: eu-west-1_Ab12
          app-client-id: abc
          endpoint: http://127.0.0.1:5055
          requests-per-second: 500
      target:
        files:
          folder: out
      mode: hybrid
      segments:
        staff: {group: staff}
      gateway:
        url: http://localhost:7070
        token: 0123456789abcdef0123456789abcdef
        open-segments: staff
        outside: old-system
        old-system-url: https://old.example.org
      """;

  @TempDir Path folder;

  @Test
  void the_old_name_of_a_key_is_told_with_the_new_one_and_nothing_is_missing() {
    String old = GOOD.replace("mode: hybrid", "way: hybrid");

    assertThat(mistakes(old)).containsExactly("line 10: way: is now mode:");
    assertThat(mistakes(old, ConfigReader::readForAssess))
        .containsExactly("line 10: way: is now mode:");
    assertThat(mistakes(GOOD.replace("mode: hybrid", "mode: hybird\nway: hybrid")))
        .containsExactly(
            "line 10: mode: \"hybird\" is not right; expected one of bulk, hybrid, slow; did you"
                + " mean \"hybrid\"?",
            "line 11: way: is now mode:");
    assertThat(mistakes(GOOD.replace("  outside:", "  way:")))
        .anyMatch(told -> told.startsWith("line 17: gateway.way: is not a known key; expected "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          endpoint: http://127.0.0.1:5055 | endpoint: nowhere | line 5: source.cognito.endpoint: "nowhere" is not right
          endpoint: http://127.0.0.1:5055 | endpoint: ${env:NOT_SET} | line 5: source.cognito.endpoint: the environment variable NOT_SET is not set
          outside: old-system | outside: old-sytem | line 17: gateway.outside: "old-sytem" is not right
          outside: old-system | outside: ${env:NOT_SET} | line 17: gateway.outside: the environment variable NOT_SET is not set
          staff: {group: staff} | - staff | line 11: segments: expected keys and values below it
          staff: {group: staff} | staff: group | line 12: segments.staff: expected keys and values below it
          staff: {group: staff} | staff: {not: group} | line 12: segments.staff.not: expected keys and values below it
          staff: {group: staff} | staff: {any: [group]} | line 12: segments.staff.any[1]: expected keys and values
          staff: {group: staff} | staff: {group: } | line 12: segments.staff: says nothing; expected a condition
          staff: {group: staff} | staff: &x {any: [*x, *x]} | is more than 10 conditions deep
          url: http://localhost:7070 | url: http://localhost:7070;  bind: 0.0.0.0;  tls: yes | line 16: gateway.tls: expected keys and values below it
          url: http://localhost:7070 | url: http://localhost:7070;  bind: 0.0.0.0;  tls: {certificate: c.pem} | line 16: gateway.tls.key: is missing; expected a PEM file
          url: http://localhost:7070 | url: http://localhost:7070;  bind: ${env:EVERYWHERE} | line 15: gateway.bind: the value can be reached from elsewhere
          mode: hybrid | mode: hybrid;mode: slow | line 11: mode: this key is there twice; keep one
          mode: hybrid | mode: hybrid;ledger: {url: 'jdbc:oracle://x?password=hunter22'} | "jdbc:oracle://x?password=****" is not right
          """)
  void what_follows_from_a_mistake_is_not_told(String right, String wrong, String message) {
    assertThat(mistakes(GOOD.replace(right, wrong.replace(";", "\n"))))
        .singleElement()
        .asString()
        .contains(message);
  }

  @Test
  void a_part_that_is_no_section_is_told_once_and_not_that_all_of_it_is_missing() {
    assertThat(mistakes(GOOD.replaceFirst("source:\n(  .*\n)+", "source: cognito\n")))
        .containsExactly("line 1: source: expected keys and values below it, further to the right");
    assertThat(mistakes(GOOD.replaceFirst("gateway:\n(  .*\n)+", "gateway: here\n")))
        .containsExactly(
            "line 13: gateway: expected keys and values below it, further to the right");
  }

  @Test
  void who_is_outside_where_all_are_inside_needs_no_address() {
    assertThat(
            mistakes(
                GOOD.replace("  open-segments: staff\n", "")
                    .replaceFirst("  old-system-url.*\n", "")))
        .containsExactly(
            "line 16: gateway.outside: needs open-segments: without it nobody is outside");
  }

  @Test
  void a_list_of_logins_that_cannot_be_used_is_told_at_its_own_line() throws IOException {
    Files.writeString(folder.resolve("good.txt"), "mira\n");
    String lists =
        "staff:\n    listed-in:\n      - good.txt\n      - none.txt\n      - ${env:EVERYWHERE}";

    assertThat(mistakes(GOOD.replace("staff: {group: staff}", lists)))
        .containsExactly(
            "line 15: segments.staff.listed-in: none.txt is not there; expected a file at "
                + folder.resolve("none.txt").toAbsolutePath(),
            "line 16: segments.staff.listed-in: the value is not there; expected a file at that"
                + " path");
  }

  @Test
  void prices_that_are_no_section_are_told_once() {
    assertThat(
            mistakes(
                """
                as-of: 2031-02-03
                source: our contract
                currency: EUR
                plans:
                  lite: 0.0055
                federated: {0: 0.015}
                per-1000-machine-tokens: 2
                """,
                ConfigReader::readPrices))
        .containsExactly(
            "line 5: plans.lite: expected keys and values below it, further to the right");
  }

  private List<String> mistakes(String yaml) {
    return mistakes(yaml, ConfigReader::read);
  }

  private List<String> mistakes(String yaml, BiConsumer<ConfigReader, Path> reading) {
    ConfigException told =
        catchThrowableOfType(
            ConfigException.class,
            () ->
                reading.accept(
                    new ConfigReader(Map.of("EVERYWHERE", "0.0.0.0")),
                    Files.writeString(folder.resolve("sluice.yaml"), yaml)));
    return told.problems().stream().map(ConfigProblem::toString).toList();
  }
}
