package dev.sluice.migration.archive.seal;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import dev.sluice.migration.archive.format.ArchiveException;
import dev.sluice.migration.archive.format.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The public half of a key pair: archives can be encrypted to it, and not read with it. */
public final class Recipient {
  private static final int LETTERS = 16;

  private final HybridEncrypt encryption;
  private final String fingerprint;

  private Recipient(KeysetHandle publicKeys) throws GeneralSecurityException {
    this.encryption = publicKeys.getPrimitive(TinkSetup.ready(), HybridEncrypt.class);
    this.fingerprint = fingerprint(publicKeys);
  }

  /**
   * Reads the file that ends in {@code .pub}.
   *
   * @throws ArchiveException when it holds no public key
   */
  public static Recipient read(Path file) {
    try {
      return new Recipient(
          TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
              Files.readString(file), TinkSetup.ready()));
    } catch (GeneralSecurityException notPublic) {
      throw new ArchiveException(
          file + " is not a public key: name the file that ends in .pub.", notPublic);
    } catch (IOException problem) {
      throw new ArchiveException(file + " cannot be read: " + problem, problem);
    }
  }

  static String fingerprint(KeysetHandle publicKeys) throws GeneralSecurityException {
    byte[] keys = TinkProtoKeysetFormat.serializeKeysetWithoutSecret(publicKeys, TinkSetup.ready());
    return Checksums.of(keys).substring(0, LETTERS);
  }

  /** Returns what tells this key pair from others; not secret. */
  public String fingerprint() {
    return fingerprint;
  }

  byte[] encrypt(byte[] secret, byte[] context) throws GeneralSecurityException {
    return encryption.encrypt(secret, context);
  }
}
