package dev.sluice.migration.archive.seal;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import dev.sluice.migration.archive.format.ArchiveException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** The private half of a key pair: it reads the archives that were encrypted to its other half. */
public final class ArchiveKey {
  private static final String PUBLIC = ".pub";

  private final HybridDecrypt decryption;
  private final String fingerprint;

  private ArchiveKey(KeysetHandle keys) throws GeneralSecurityException {
    this.decryption = keys.getPrimitive(TinkSetup.ready(), HybridDecrypt.class);
    this.fingerprint = Recipient.fingerprint(keys.getPublicKeysetHandle());
  }

  /**
   * Creates a key pair: the private half in this file, which only its owner can read, and the
   * public half beside it in a file that ends in {@code .pub}.
   *
   * @throws ArchiveException when one of them exists already; then nothing is written
   */
  public static Recipient makePair(Path file) {
    Path publicFile = Path.of(file + PUBLIC);
    if (Files.exists(publicFile)) {
      throw isThere(publicFile);
    }
    try {
      KeysetHandle keys = KeysetHandle.generateNew(parameters(), TinkSetup.ready());
      create(
          file,
          TinkJsonProtoKeysetFormat.serializeKeyset(
              keys, TinkSetup.ready(), InsecureSecretKeyAccess.get()),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      create(
          publicFile,
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
              keys.getPublicKeysetHandle(), TinkSetup.ready()));
      return Recipient.read(publicFile);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException problem) {
      throw new ArchiveException(file + " cannot be written: " + problem, problem);
    }
  }

  /** RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
  private static HpkeParameters parameters() throws GeneralSecurityException {
    return HpkeParameters.builder()
        .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
        .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
        .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
        .setVariant(HpkeParameters.Variant.TINK)
        .build();
  }

  private static void create(Path file, String text, FileAttribute<?>... attributes)
      throws IOException {
    try {
      Files.createFile(file, attributes);
    } catch (FileAlreadyExistsException there) {
      throw isThere(file);
    }
    Files.writeString(file, text + "\n");
  }

  private static ArchiveException isThere(Path file) {
    return new ArchiveException(
        file + " exists already, and archives may depend on it: name another file.");
  }

  /**
   * Reads a private key.
   *
   * @throws ArchiveException when the file holds none
   */
  public static ArchiveKey read(Path file) {
    try {
      return new ArchiveKey(
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), TinkSetup.ready(), InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException notPrivate) {
      throw new ArchiveException(
          file
              + " is not a private key: name the file that sluice archive key created, without"
              + " .pub.");
    } catch (IOException problem) {
      throw new ArchiveException(file + " cannot be read: " + problem, problem);
    }
  }

  /** Returns what tells this key pair from others; not secret. */
  public String fingerprint() {
    return fingerprint;
  }

  byte[] decrypt(byte[] secret, byte[] context) throws GeneralSecurityException {
    return decryption.decrypt(secret, context);
  }
}
