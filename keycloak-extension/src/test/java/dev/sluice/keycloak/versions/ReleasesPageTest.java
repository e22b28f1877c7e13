package dev.sluice.keycloak.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.keycloak.SupportedKeycloak;
import dev.sluice.servers.keycloak.KeycloakReleases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page names the releases that the tests run on, and no other. */
class ReleasesPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("sluice.root", ".."), "docs", "keycloak-extension.md");
  private static final Pattern TABLE =
      Pattern.compile("<!-- releases:.*?-->(.*?)<!-- /releases -->", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("^\\| (\\d[^ |]*) \\|", Pattern.MULTILINE);

  @Test
  void the_table_has_a_row_for_each_tested_release() throws IOException {
    String table = TABLE.matcher(page()).results().findFirst().orElseThrow().group(1);
    List<String> named = ROW.matcher(table).results().map(row -> row.group(1)).toList();
    assertThat(named).isEqualTo(KeycloakReleases.all().reversed());
  }

  @Test
  void the_oldest_supported_release_is_named() throws IOException {
    assertThat(page())
        .contains("It works with **Keycloak " + SupportedKeycloak.OLDEST + " and newer**.");
  }

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }
}
