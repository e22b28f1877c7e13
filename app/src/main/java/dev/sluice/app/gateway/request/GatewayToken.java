package dev.sluice.app.gateway.request;

import dev.sluice.api.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The token that every caller must present. Only its digest is kept. */
public final class GatewayToken {
  private final byte[] digest;

  public GatewayToken(Secret token) {
    this.digest = digest(token.reveal());
  }

  /** Compares in constant time. */
  public boolean is(String presented) {
    return MessageDigest.isEqual(digest, digest(presented));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
