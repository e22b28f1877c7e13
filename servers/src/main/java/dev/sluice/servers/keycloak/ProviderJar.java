package dev.sluice.servers.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar for Keycloak's {@code providers/}. */
public final class ProviderJar {
  private static final long FIXED_TIME = 1_000_000_000_000L;

  private ProviderJar() {}

  /**
   * Returns the jar that contains a class or, where there is no jar yet, its folder of classes
   * packed.
   */
  public static Path of(Class<?> inside) {
    try {
      Path source = Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(source) ? source : pack(source);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot pack the classes around " + inside.getName(), e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  // The same classes give the same bytes, so that a Keycloak built with them is used again.
  private static Path pack(Path classes) throws IOException {
    Path jar = classes.resolveSibling("packed-classes.jar");
    Path unfinished = Files.createTempFile(classes.getParent(), "packed-", ".jar");
    try (Stream<Path> tree = Files.walk(classes);
        var zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
      List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        var entry = new ZipEntry(classes.relativize(file).toString().replace('\\', '/'));
        entry.setTime(FIXED_TIME);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return Files.move(
        unfinished, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
