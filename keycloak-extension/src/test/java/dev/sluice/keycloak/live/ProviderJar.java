package dev.sluice.keycloak.live;

import dev.sluice.keycloak.ExtensionVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The extension under test as a jar, also before the build has packaged one. */
final class ProviderJar {
  private ProviderJar() {}

  static Path get() {
    try {
      Path classes =
          Path.of(
              ExtensionVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(classes) ? classes : pack(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same classes give the same bytes, so that a Keycloak built with them is used again. */
  private static Path pack(Path classes) throws IOException {
    Path jar = classes.resolveSibling("sluice-under-test.jar");
    try (Stream<Path> tree = Files.walk(classes);
        var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        var entry = new ZipEntry(classes.relativize(file).toString());
        entry.setTime(1_000_000_000_000L);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return jar;
  }
}
