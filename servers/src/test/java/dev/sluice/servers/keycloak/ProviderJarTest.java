package dev.sluice.servers.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class ProviderJarTest {

  @Test
  void classes_that_are_not_packaged_yet_are_packed_the_same_each_time() throws IOException {
    Path jar = ProviderJar.of(ProviderJarTest.class);
    byte[] first = Files.readAllBytes(jar);

    try (JarFile file = new JarFile(jar.toFile())) {
      assertThat(file.getEntry("dev/sluice/servers/keycloak/ProviderJarTest.class")).isNotNull();
    }
    assertThat(ProviderJar.of(ProviderJarTest.class)).hasBinaryContent(first);
  }

  @Test
  void a_jar_is_taken_as_it_is() {
    assertThat(ProviderJar.of(Test.class)).isRegularFile().hasExtension("jar");
  }
}
