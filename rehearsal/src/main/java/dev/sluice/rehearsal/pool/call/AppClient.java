package dev.sluice.rehearsal.pool.call;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application that may sign users in.
 *
 * @param secret empty for a public client
 * @param authFlows its {@code ExplicitAuthFlows}
 */
public record AppClient(
    String id, String name, Optional<String> secret, Set<String> authFlows, boolean hidesUsers) {

  private static final int ID_LENGTH = 26;

  /** Returns a client that is always the same for the same seed. */
  public static AppClient made(
      long seed, String name, boolean hasSecret, Set<String> authFlows, boolean hidesUsers) {
    Seal seal = Seal.ofSeed(seed);
    String id = HexFormat.of().formatHex(seal.of("client " + name)).substring(0, ID_LENGTH);
    Optional<String> secret =
        hasSecret
            ? Optional.of(
                HexFormat.of().formatHex(seal.of("secret " + name)).substring(0, 2 * ID_LENGTH))
            : Optional.empty();
    return new AppClient(id.toLowerCase(Locale.ROOT), name, secret, authFlows, hidesUsers);
  }

  public boolean allows(String flow) {
    return authFlows.contains("ALLOW_" + flow);
  }

  /** Checks Base64(HMAC-SHA256(key = client secret, message = username + client id)). */
  public boolean accepts(String username, @Nullable String secretHash) {
    if (secret.isEmpty()) {
      return secretHash == null;
    }
    byte[] right = Seal.ofKey(secret.get()).of(username + id);
    return Base64.getEncoder().encodeToString(right).equals(secretHash);
  }
}
