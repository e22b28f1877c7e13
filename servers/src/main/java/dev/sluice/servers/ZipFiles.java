package dev.sluice.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks a distribution. */
public final class ZipFiles {
  private ZipFiles() {}

  /** Unpacks what is in the archive's one top folder; shell scripts become executable. */
  public static void unpackWithoutFirstFolder(Path zip, Path into) throws IOException {
    try (var file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
        if (!entry.isDirectory()) {
          unpack(file, entry, inside(into, name));
        }
      }
    }
  }

  private static Path inside(Path into, String name) throws IOException {
    Path target = into.resolve(name).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("The archive names a file outside itself: " + name);
    }
    return target;
  }

  private static void unpack(ZipFile file, ZipEntry entry, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (var in = file.getInputStream(entry)) {
      Files.copy(in, target);
    }
    Files.setLastModifiedTime(target, entry.getLastModifiedTime());
    if (target.toString().endsWith(".sh") && !target.toFile().setExecutable(true)) {
      throw new IOException("Cannot make " + target + " executable");
    }
  }
}
