package dev.sluice.rehearsal.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the {@code identities} attribute.
 *
 * @param userId the user's id at the provider
 * @param issuer null for the social providers
 * @param primary whether this identity created the profile
 */
public record LinkedIdentity(
    IdentityProvider provider,
    String userId,
    @Nullable String issuer,
    boolean primary,
    Instant created) {

  /**
   * Writes the entry as ListUsers returns it: {@code primary} a boolean, {@code dateCreated} a
   * number of ms.
   */
  public String toJson() {
    return "{\"userId\":%s,\"providerName\":%s,\"providerType\":%s,\"issuer\":%s,\"primary\":%s,\"dateCreated\":%d}"
        .formatted(
            quoted(userId),
            quoted(provider.providerName()),
            quoted(provider.type()),
            issuer == null ? "null" : quoted(issuer),
            primary,
            created.toEpochMilli());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
