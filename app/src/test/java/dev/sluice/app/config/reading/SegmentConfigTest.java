package dev.sluice.app.config.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.app.config.ConfigException;
import dev.sluice.app.config.ConfigProblem;
import dev.sluice.app.config.SluiceConfig;
import dev.sluice.migration.segment.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segments as they are written in sluice.yaml, and what is said about mistakes in them. */
class SegmentConfigTest {
  private static final String REST =
      """
      source:
        cognito:
          user-pool-id: eu-west-1_Ab12
          app-client-id: abc
      target:
        keycloak:
          url: http://127.0.0.1:8080
          realm: r
          client-id: c
          client-secret: s
      mode: hybrid
      gateway:
        url: http://localhost:7070
        token: 0123456789abcdef0123456789abcdef
      segments:
      """;

  /** The line on which the first segment stands. */
  private static final int FIRST_LINE = 16;

  @TempDir Path folder;

  @Test
  void a_segment_reads_as_it_is_written() throws IOException {
    Files.writeString(folder.resolve("pilots.txt"), "mira\nolaf\n");
    SluiceConfig config =
        read(
            """
            staff:
              email-domain: example.org
            beta:
              group: [beta, "early birds"]
              enabled: true
            pilots:
              any:
                - listed-in: pilots.txt
                - attribute:
                    custom:plan: [gold, silver]
                    locale: de
                - has-attribute: custom:pilot
            quiet:
              older-than: 2 years
              created-since: 2019-12-31
              created-before: 2021-01-01T10:00:00Z
              status: [confirmed, reset-required]
              not:
                segment: [staff, beta]
            others:
              not:
                - segment: pilots
                - all:
                    - enabled: false
                    - older-than: 3 weeks
            """);

    assertThat(config.segments())
        .extracting(Segment::name)
        .containsExactly("staff", "beta", "pilots", "quiet", "others");
    assertThat(words(config, "staff")).isEqualTo("email at example.org");
    assertThat(words(config, "beta"))
        .isEqualTo("(in group beta or in group \"early birds\") and enabled");
    assertThat(words(config, "pilots"))
        .matches(
            "listed in pilots.txt \\(2 logins, [0-9a-f]{8}\\)"
                + " or \\(\\(custom:plan is gold or custom:plan is silver\\) and locale is de\\)"
                + " or has custom:pilot");
    assertThat(words(config, "quiet"))
        .isEqualTo(
            "created before 2021-01-01T10:00:00Z and created since 2019-12-31 and older than 2"
                + " years and (status confirmed or status reset_required) and not (in segment staff"
                + " (email at example.org) or in segment beta ((in group beta or in group"
                + " \"early birds\") and enabled))");
    assertThat(words(config, "others")).endsWith("or (disabled and older than 21 days))");
  }

  @Test
  void without_segments_there_are_none() throws IOException {
    assertThat(read("").segments()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: {gruop: x}                | segments.a.gruop: is not a known key; did you mean "group"?
          a: {colour: x}               | segments.a.colour: is not a known key; expected group, email-domain
          a: {email-domain: a@b.org}   | segments.a.email-domain: "a@b.org" is not right; expected an email address's domain
          a: {created-before: 1.2.2024} | segments.a.created-before: "1.2.2024" is not right; expected a date such as 2025-01-31
          a: {older-than: 2y}          | segments.a.older-than: "2y" is not right; expected an age such as 90 days
          a: {older-than: 0 days}      | "0 days" is not right
          a: {status: confirmd}        | segments.a.status: "confirmd" is not right; expected one of archived, compromised, confirmed
          a: {status: confirmd}        | did you mean "confirmed"?
          a: {enabled: maybe}          | segments.a.enabled: "maybe" is not right; expected one of false, true
          a: {attribute: custom:plan}  | segments.a.attribute: expected keys and values below it
          a: {attribute: {x: ''}}      | segments.a.attribute.x: "" is not right; expected the attribute's value
          a: {group: []}               | segments.a.group: expected a list of at least one: a group's name
          a: {any: []}                 | segments.a.any: expected a list of at least one
          a: {any: {group: x}}         | segments.a.any: expected a list of at least one: keys and values behind a dash
          a: {all: [x]}                | segments.a.all[1]: expected keys and values
          a: {not: {}}                 | segments.a.not: says nothing; expected a condition
          a: {}                        | segments.a: says nothing; expected a condition such as group: beta
          a: beta                      | segments.a: expected keys and values below it
          A b: {group: x}              | segments.A b: is no name for a segment; expected small letters
          a: {listed-in: no.txt}       | segments.a.listed-in: no.txt is not there
          a: {listed-in: bad.txt}      | segments.a.listed-in: bad.txt has lines that are not logins: line 2 contains a space
          a: {segment: a}              | segments.a.segment: "a" is not right; expected a segment that stands above this one
          a: &x {any: [*x]}            | is more than 10 conditions deep
          """)
  void a_mistake_is_told_with_its_line_and_what_was_expected(String yaml, String message)
      throws IOException {
    Files.writeString(folder.resolve("bad.txt"), "fine\nnot fine\n");

    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll("line " + FIRST_LINE + ": segments.", message);
  }

  @Test
  void a_segment_may_name_those_above_it_only_so_that_none_can_name_itself() {
    assertThatThrownBy(
            () -> read("staff: {group: x}\nrest: {not: {segment: staf}}\nlast: {group: y}\n"))
        .hasMessageContaining(
            "line 17: segments.rest.not.segment: \"staf\" is not right; expected a segment that"
                + " stands above this one: staff; did you mean \"staff\"?");
  }

  @Test
  void mistakes_in_several_segments_are_told_together() {
    ConfigException problem =
        catchThrowableOfType(
            ConfigException.class,
            () -> read("a: {gruop: x}\nb:\n  any:\n    - enabled: 2\n    - older-than: 9\n"));

    assertThat(problem.problems()).extracting(ConfigProblem::line).containsExactly(16, 19, 20);
  }

  @Test
  void a_segment_that_is_not_there_is_told_with_the_one_that_was_meant() throws IOException {
    SluiceConfig config = read("pilots: {group: x}\nstaff: {group: y}\n");

    assertThat(config.segment("staff").words()).isEqualTo("in group y");
    assertThatThrownBy(() -> config.segment("pilot"))
        .isInstanceOf(ConfigException.class)
        .hasMessage("There is no segment \"pilot\"; did you mean \"pilots\"?");
    assertThatThrownBy(() -> config.segment("everyone"))
        .hasMessage("There is no segment \"everyone\"; expected one of pilots, staff");
    assertThatThrownBy(() -> read("").segment("pilots"))
        .hasMessageContainingAll("no segment \"pilots\"", "sluice.yaml has none");
  }

  private static String words(SluiceConfig config, String segment) {
    return config.segment(segment).words();
  }

  private SluiceConfig read(String segments) throws IOException {
    Path file = folder.resolve("sluice.yaml");
    Files.writeString(file, REST + segments.indent(2));
    return new ConfigReader(Map.of()).read(file);
  }
}
