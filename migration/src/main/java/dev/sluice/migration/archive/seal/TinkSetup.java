package dev.sluice.migration.archive.seal;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.security.GeneralSecurityException;

/** Prepares Tink for the two primitives that archives use. */
final class TinkSetup {
  private static final Configuration READY = register();

  private TinkSetup() {}

  static Configuration ready() {
    return READY;
  }

  private static Configuration register() {
    try {
      AeadConfig.register();
      HybridConfig.register();
      return RegistryConfiguration.get();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
