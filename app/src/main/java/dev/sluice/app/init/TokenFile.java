package dev.sluice.app.init;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/** Writes the gateway's token to a file that only its owner can read. */
public final class TokenFile {
  private static final int BYTES = 32;

  private TokenFile() {}

  /** Returns 256 random bits as text. */
  public static String newToken() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /**
   * Writes a new token unless there is one, because the target may know it; returns false if there
   * was one.
   */
  static boolean makeIfMissing(Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException kept) {
      return false;
    }
    Files.writeString(file, newToken() + "\n");
    return true;
  }
}
