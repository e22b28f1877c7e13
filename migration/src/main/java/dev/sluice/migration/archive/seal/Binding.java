package dev.sluice.migration.archive.seal;

import java.nio.charset.StandardCharsets;

/**
 * What a ciphertext is bound to, as its associated data: put anywhere else, it cannot be opened.
 */
final class Binding {
  private static final String FORMAT = "sluice-archive/1\n";

  private Binding() {}

  static byte[] ofChunk(String archive, String file, long chunk) {
    return bytes(FORMAT + archive + "\n" + file + "\n" + chunk);
  }

  static byte[] ofKey(String archive, int number) {
    return bytes(FORMAT + archive + "\nkey " + number);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
