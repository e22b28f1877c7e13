package dev.sluice.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.app.config.reading.ConfigReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SluiceYamlWriterTest {
  private static final URI POOL = URI.create("http://127.0.0.1:5055");
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder;

  @Test
  void what_is_written_is_read() {
    SluiceConfig read =
        read(
            yaml("secret")
                .mapping("attributes", Map.of("custom:plan", "plan"))
                .ledger("jdbc:sqlite:" + folder.resolve("users.db"))
                .gateway(7171, TOKEN));

    assertThat(read.source().userPoolId()).isEqualTo("eu-west-1_Ab12Cd34E");
    assertThat(read.source().endpoint()).isEqualTo(POOL);
    assertThat(read.source().appClientId()).isEqualTo("client");
    assertThat(read.source().requestsPerSecond()).isEqualTo(250);
    assertThat(read.target().values()).containsEntry("folder", folder.toString());
    assertThat(read.mode()).isEqualTo(MigrationMode.BULK);
    assertThat(read.renames()).containsExactly(Map.entry("custom:plan", "plan"));
    assertThat(read.ledger().where()).endsWith("users.db");
    assertThat(read.gateway().port()).isEqualTo(7171);
    assertThat(read.gateway().url()).isEqualTo(URI.create("http://127.0.0.1:7171"));
    assertThat(read.gateway().token().reveal()).isEqualTo(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0123", "a: b # c", "\"", "'", "*x", "@x", "null", "a  long  one with blanks "})
  void a_secret_may_have_any_characters(String secret) {
    SluiceConfig read = read(yaml(secret).gateway(7171, TOKEN));

    assertThat(Objects.requireNonNull(read.source().appClientSecret()).reveal()).isEqualTo(secret);
  }

  private SluiceYamlWriter yaml(String secret) {
    return new SluiceYamlWriter("eu-west-1_Ab12Cd34E", POOL, "client")
        .cognito("app-client-secret", secret)
        .cognito("requests-per-second", 250)
        .target("files", Map.of("folder", folder.toString()))
        .mode("bulk");
  }

  private SluiceConfig read(SluiceYamlWriter yaml) {
    Path file = folder.resolve("sluice.yaml");
    yaml.write(file);
    return new ConfigReader(Map.of()).read(file);
  }
}
