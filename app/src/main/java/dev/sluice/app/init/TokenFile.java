package dev.sluice.app.init;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/** The file with the gateway's token, which its owner alone can read. */
public final class TokenFile {
  private static final int BYTES = 32;

  private TokenFile() {}

  /** 256 random bits as text. */
  public static String newToken() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** A token that a target already knows is never replaced; false when there was one. */
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
