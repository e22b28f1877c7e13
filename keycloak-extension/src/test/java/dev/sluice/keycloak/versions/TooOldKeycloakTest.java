package dev.sluice.keycloak.versions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.servers.keycloak.KeycloakDistribution;
import dev.sluice.servers.keycloak.KeycloakServer;
import dev.sluice.servers.keycloak.ProviderJar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TooOldKeycloakTest {
  @TempDir Path directory;

  @Test
  void the_last_release_before_the_oldest_supported_does_not_start_and_says_why() {
    var keycloak =
        KeycloakServer.builder(KeycloakDistribution.obtain("26.2.5"))
            .providers(ProviderJar.of(ExtensionVersion.class))
            .log(directory.resolve("keycloak.log"));
    assertThatThrownBy(keycloak::start)
        .hasMessageContaining("needs Keycloak 26.3 or newer, but this is 26.2.5");
  }
}
