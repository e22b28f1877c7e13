package dev.sluice.app.config.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.app.config.ConfigException;
import dev.sluice.migration.segment.Opening;
import dev.sluice.migration.segment.Segment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which segments are open, as it is written in sluice.yaml. */
class OpeningConfigTest {
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
      segments:
        staff: {group: staff}
        pilots: {group: beta}
      gateway:
        url: http://localhost:7070
        token: 0123456789abcdef0123456789abcdef
      """;

  @TempDir Path folder;

  @Test
  void unless_told_the_gateway_is_open_to_everybody() throws IOException {
    assertThat(opening("")).isEqualTo(Opening.EVERYBODY);
  }

  @Test
  void open_segments_are_those_that_are_named() throws IOException {
    Opening opening = opening("open-segments: [pilots, staff]");

    assertThat(opening.segments().orElseThrow())
        .extracting(Segment::name)
        .isEqualTo(List.of("pilots", "staff"));
    assertThat(opening.oldSystem()).isEmpty();
    assertThat(opening("open-segments: staff").segments().orElseThrow()).hasSize(1);
    assertThat(opening("open-segments: staff\noutside: message").oldSystem()).isEmpty();
  }

  @Test
  void who_is_outside_may_be_sent_to_the_old_system() throws IOException {
    assertThat(
            opening(
                    """
                    open-segments: staff
                    outside: old-system
                    old-system-url: https://old.example.org/login?a=b&c=d
                    """)
                .oldSystem())
        .contains(URI.create("https://old.example.org/login?a=b&c=d"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          open-segments: staf                  | open-segments: "staf" is not right; expected a segment: staff, pilots; did you mean "staff"?
          open-segments: []                    | open-segments: expected a list of at least one: a segment: staff, pilots
          open-segments:                       | open-segments: names no segment; leave it out to open the gateway to everybody
          outside: message                     | outside: needs open-segments: without it nobody is outside
          {open-segments: staff, outside: old-sytem} | outside: "old-sytem" is not right; expected one of message, old-system; did you mean "old-system"?
          {open-segments: staff, outside: old-system} | old-system-url: is missing; expected an https:// address
          {open-segments: staff, old-system-url: 'https://x.org'} | old-system-url: needs outside: old-system
          {open-segments: staff, outside: old-system, old-system-url: 'http://x.org'} | old-system-url: "http://x.org" is not right; expected an https:// address
          {open-segments: staff, outside: old-system, old-system-url: 'javascript:alert(1)'} | old-system-url: "javascript:alert(1)" is not right
          {open-segments: staff, outside: old-system, old-system-url: 'https://a:b@x.org'} | old-system-url: must not hold a name or password
          """)
  void a_mistake_is_told(String yaml, String message) {
    String lines = yaml.replaceAll("[{}]", "").replace(", o", "\no");

    assertThatThrownBy(() -> opening(lines))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll("has 1 mistake", "gateway." + message);
  }

  private Opening opening(String lines) throws IOException {
    Path file = folder.resolve("sluice.yaml");
    Files.writeString(file, REST + lines.indent(2));
    return new ConfigReader(Map.of()).read(file).gateway().opening();
  }
}
