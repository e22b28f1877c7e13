package dev.sluice.keycloak.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.servers.keycloak.KeycloakDistribution;
import dev.sluice.servers.keycloak.ProviderJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every class, method and field of Keycloak that the extension uses is in each release that it
 * supports. Java looks for them only when they are used, so nothing else would tell before somebody
 * logs in.
 */
class LinkageTest {
  /** What newer releases alone have; the code asks before it uses it. */
  private static final Set<String> ASKED_FOR_FIRST =
      Set.of(
          "dev/sluice/keycloak/load/user/LastModified uses"
              + " org/keycloak/models/jpa/entities/UserEntity"
              + ".setLastModifiedTimestamp(Ljava/lang/Long;)V");

  @ParameterizedTest
  @MethodSource("dev.sluice.servers.keycloak.KeycloakReleases#older")
  void an_older_release_lacks_nothing_that_the_extension_takes_for_granted(String version)
      throws IOException {
    assertThat(missing(version)).isSubsetOf(ASKED_FOR_FIRST);
  }

  @Test
  void the_newest_release_lacks_nothing() throws IOException {
    assertThat(missing(KeycloakDistribution.VERSION)).isEmpty();
  }

  private static Set<String> missing(String version) throws IOException {
    Stream<Path> jars =
        Stream.concat(
            Stream.of(ProviderJar.of(ExtensionVersion.class)),
            KeycloakDistribution.obtain(version).libraries().stream());
    try (var classes = ClassFiles.in(jars)) {
      return new Linkage(classes).problems(classes.under("dev/sluice/"));
    }
  }
}
