package dev.sluice.keycloak.versions;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.keycloak.SupportedKeycloak;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupportedKeycloakTest {
  @ParameterizedTest
  @ValueSource(strings = {"26.2.5", "26.0.8", "25.9.9", "26.2.5.redhat-00001"})
  void an_older_keycloak_is_refused_with_what_to_do(String version) {
    assertThatThrownBy(() -> SupportedKeycloak.require(version))
        .hasMessage(
            "Sluice's extension needs Keycloak 26.3 or newer, but this is "
                + version
                + ": upgrade Keycloak, or remove sluice-keycloak-extension-*.jar from providers/");
  }

  @ParameterizedTest
  @MethodSource("dev.sluice.servers.keycloak.KeycloakReleases#all")
  void every_tested_release_is_not(String version) {
    assertThatCode(() -> SupportedKeycloak.require(version)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"26.10.0", "27.0.0", "999.0.0-SNAPSHOT", "nightly"})
  void nor_is_what_comes_after_them(String version) {
    assertThatCode(() -> SupportedKeycloak.require(version)).doesNotThrowAnyException();
  }
}
