package dev.sluice.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A name for a combination of options and jars that changes whenever one of the options or of the
 * files in the jars does. The same files give the same name, however they were packed.
 */
public final class ContentKey {
  private ContentKey() {}

  public static String of(List<String> options, List<Path> jars) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      add(digest, String.join("\n", options).getBytes(StandardCharsets.UTF_8));
      for (Path jar : jars) {
        addFiles(digest, jar);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addFiles(MessageDigest digest, Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> files =
          zip.stream()
              .filter(entry -> !entry.isDirectory() && !isOfThePacking(entry.getName()))
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      add(digest, new byte[] {(byte) files.size(), (byte) (files.size() >> 8)});
      for (ZipEntry file : files) {
        add(digest, file.getName().getBytes(StandardCharsets.UTF_8));
        try (var content = zip.getInputStream(file)) {
          add(digest, content.readAllBytes());
        }
      }
    }
  }

  /** Returns whether a file only describes the packing of the jar, which Keycloak does not need. */
  private static boolean isOfThePacking(String name) {
    return name.equals("META-INF/MANIFEST.MF") || name.startsWith("META-INF/maven/");
  }

  // With its length before it, so that no two lists of parts yield the same bytes.
  private static void add(MessageDigest digest, byte[] part) {
    digest.update(Integer.toString(part.length).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(part);
  }
}
