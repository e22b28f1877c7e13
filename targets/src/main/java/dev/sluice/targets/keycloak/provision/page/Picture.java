package dev.sluice.targets.keycloak.provision.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A logo. Its first bytes decide its type, not its name.
 *
 * @param type such as image/png
 */
public record Picture(String type, String base64) {
  /**
   * The size limit; Keycloak stores pictures in the realm's attributes, so larger ones would slow
   * down every read of the realm.
   */
  public static final int MOST_BYTES = 200_000;

  private static final int NAME_BYTES = 8;
  private static final int LOOKED_AT = 1024;

  /** Reads a picture; empty if browsers cannot show it, or if it is too large. */
  public static Optional<Picture> of(byte[] bytes) {
    return bytes.length > MOST_BYTES
        ? Optional.empty()
        : type(new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1))
            .map(type -> new Picture(type, Base64.getEncoder().encodeToString(bytes)));
  }

  private static Optional<String> type(String start) {
    if (start.startsWith("\u0089PNG")) {
      return Optional.of("image/png");
    }
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (start.startsWith("GIF8")) {
      return Optional.of("image/gif");
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return Optional.of("image/webp");
    }
    return start.toLowerCase(Locale.ROOT).contains("<svg")
        ? Optional.of("image/svg+xml")
        : Optional.empty();
  }

  /** Returns a name that no other picture has, so that browsers may cache it forever. */
  public String name() {
    return digest(value());
  }

  static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Returns the value for an attribute of the realm. */
  public String value() {
    return type + ";base64," + base64;
  }
}
