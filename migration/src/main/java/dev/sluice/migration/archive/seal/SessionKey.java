package dev.sluice.migration.archive.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The key with which one process encrypts what it writes. It exists only in this process's memory,
 * so the machine that exports cannot read back what an earlier process has written. A process that
 * resumes the export makes a key of its own.
 */
public final class SessionKey implements ContentSealer {
  private final String archive;
  private final int number;
  private final KeysetHandle keys;
  private final Aead cipher;

  public SessionKey(String archive, int number) {
    this.archive = archive;
    this.number = number;
    try {
      this.keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TinkSetup.ready());
      this.cipher = keys.getPrimitive(TinkSetup.ready(), Aead.class);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public WrappedKey wrapped(List<Recipient> recipients) {
    try {
      byte[] secret =
          TinkProtoKeysetFormat.serializeKeyset(
              keys, InsecureSecretKeyAccess.get(), TinkSetup.ready());
      Map<String, String> wrapped = new HashMap<>();
      for (Recipient recipient : recipients) {
        byte[] sealed = recipient.encrypt(secret, Binding.ofKey(archive, number));
        wrapped.put(recipient.fingerprint(), Base64.getEncoder().encodeToString(sealed));
      }
      return new WrappedKey(number, wrapped);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public byte[] seal(String file, long chunk, byte[] content) {
    try {
      byte[] sealed = cipher.encrypt(content, Binding.ofChunk(archive, file, chunk));
      return ByteBuffer.allocate(Integer.BYTES + sealed.length)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(number)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String suffix() {
    return ".enc";
  }
}
