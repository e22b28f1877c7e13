package dev.sluice.app.demo;

import dev.sluice.app.cli.CommandException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds this build's jar for Keycloak's {@code providers/}. */
final class ExtensionJar {
  private ExtensionJar() {}

  static Path locate() {
    Path home = Path.of(System.getProperty("sluice.home", "."));
    Path jar = home.resolve("keycloak-extension/target/sluice-keycloak-extension-0.1.0.jar");
    if (!Files.isRegularFile(jar)) {
      throw new CommandException(
          jar + " does not exist: start the demo with the ./sluice script, which builds it.");
    }
    return jar;
  }
}
