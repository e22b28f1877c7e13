package dev.sluice.rehearsal.pool.call;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * Page tokens: a position, sealed together with the parameters it belongs to.
 *
 * <p>They hold all that is needed to continue, so they survive a restart of the same pool.
 */
public final class PageTokens {

  private static final int SEAL = 16;
  private final Seal seal;

  public PageTokens(Seal seal) {
    this.seal = seal;
  }

  public String write(long position, String parameters) {
    byte[] bytes =
        ByteBuffer.allocate(Long.BYTES + SEAL)
            .putLong(position)
            .put(mac(position, parameters))
            .array();
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Returns the position, if the token was issued for these parameters. */
  public long read(String token, String parameters) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(token));
      long position = bytes.getLong();
      byte[] given = new byte[SEAL];
      bytes.get(given);
      if (MessageDigest.isEqual(given, mac(position, parameters)) && position >= 0) {
        return position;
      }
    } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
      throw refused();
    }
    throw refused();
  }

  public static CognitoError refused() {
    return CognitoError.invalidParameter("Invalid pagination token.");
  }

  private byte[] mac(long position, String parameters) {
    return Arrays.copyOf(seal.of("page " + position + " " + parameters), SEAL);
  }
}
