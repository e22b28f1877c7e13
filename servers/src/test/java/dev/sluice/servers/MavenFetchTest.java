package dev.sluice.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenFetchTest {
  private static final String ARTIFACT = "org.example:thing:1.2:zip";

  @TempDir Path directory;

  @Test
  void without_a_network_one_line_says_what_to_do() {
    var offline = new MavenFetch(List.of("sh", "-c", "echo '[ERROR] Unknown host'; exit 1", "mvn"));
    assertThatThrownBy(() -> offline.fetch(ARTIFACT, directory))
        .isInstanceOf(ServerException.class)
        .hasMessageStartingWith(
            "Maven could not fetch org.example:thing:1.2:zip: check the network")
        .hasMessageContaining("[ERROR] Unknown host")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void a_fetched_artifact_is_a_file_in_the_directory() {
    var online = new MavenFetch(List.of("sh", "-c", "echo zipped > thing-1.2.zip", "mvn"));
    assertThat(online.fetch(ARTIFACT, directory))
        .isEqualTo(directory.resolve("thing-1.2.zip"))
        .hasContent("zipped\n");
  }
}
