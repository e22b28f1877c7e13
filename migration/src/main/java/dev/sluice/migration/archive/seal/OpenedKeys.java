package dev.sluice.migration.archive.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import dev.sluice.migration.archive.format.ArchiveException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An archive's keys, opened with a recipient's private key. */
public final class OpenedKeys implements ContentOpener {
  private final String archive;
  private final Map<Integer, Aead> ciphers = new HashMap<>();

  /**
   * @throws ArchiveException when the archive was not encrypted to this key
   */
  public OpenedKeys(String archive, List<WrappedKey> keys, ArchiveKey key) {
    this.archive = archive;
    for (WrappedKey wrapped : keys) {
      ciphers.put(wrapped.number(), opened(wrapped, key));
    }
  }

  private Aead opened(WrappedKey wrapped, ArchiveKey key) {
    try {
      byte[] secret =
          key.decrypt(
              wrapped.wrappedFor(key.fingerprint()), Binding.ofKey(archive, wrapped.number()));
      return TinkProtoKeysetFormat.parseKeyset(
              secret, InsecureSecretKeyAccess.get(), TinkSetup.ready())
          .getPrimitive(TinkSetup.ready(), Aead.class);
    } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
      throw new ArchiveException(
          "It cannot be opened with key "
              + key.fingerprint()
              + "; it was encrypted to "
              + String.join(", ", wrapped.recipients().keySet().stream().sorted().toList())
              + ".",
          notOurs);
    }
  }

  @Override
  public byte[] open(String file, long chunk, byte[] sealed) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(sealed).order(ByteOrder.LITTLE_ENDIAN);
      Aead cipher = bytes.remaining() < Integer.BYTES ? null : ciphers.get(bytes.getInt());
      if (cipher == null) {
        throw new GeneralSecurityException("no such key");
      }
      byte[] ciphertext = new byte[bytes.remaining()];
      bytes.get(ciphertext);
      return cipher.decrypt(ciphertext, Binding.ofChunk(archive, file, chunk));
    } catch (GeneralSecurityException refused) {
      throw new ArchiveException(
          file + ", chunk " + chunk + " was altered, or belongs to another place or archive.",
          refused);
    }
  }
}
