package dev.sluice.targets.keycloak.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.keycloak.SupportedKeycloak;
import dev.sluice.servers.keycloak.KeycloakReleases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeycloakVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"26.2.5", "26.2", "25.0.6", "9.3.0", "26.2.5.redhat-00001"})
  void what_is_older_than_the_oldest_is_too_old(String version) {
    assertThat(KeycloakVersion.of(version).orElseThrow().isTooOld()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"26.3.0", "26.10.1", "27.0.0", "999.0.0-SNAPSHOT"})
  void what_is_newer_is_not(String version) {
    assertThat(KeycloakVersion.of(version).orElseThrow().isTooOld()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("dev.sluice.servers.keycloak.KeycloakReleases#all")
  void what_is_tested_is_not(String version) {
    assertThat(KeycloakVersion.of(version).orElseThrow().isTooOld()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "nightly", "26"})
  void another_way_to_write_versions_says_nothing(String version) {
    assertThat(KeycloakVersion.of(version)).isEmpty();
  }

  @Test
  void the_oldest_is_tested_and_is_the_extensions_own() {
    assertThat(KeycloakVersion.OLDEST).hasToString(SupportedKeycloak.OLDEST);
    assertThat(KeycloakReleases.older().getFirst()).startsWith(SupportedKeycloak.OLDEST + ".");
  }
}
