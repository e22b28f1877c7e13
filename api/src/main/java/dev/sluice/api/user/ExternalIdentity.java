package dev.sluice.api.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's account at another provider, as Cognito's {@code identities} attribute reports it.
 *
 * @param provider the provider's name in the pool, such as {@code Google} or a SAML provider's name
 * @param type SAML, OIDC, Google, Facebook, SignInWithApple or LoginWithAmazon
 * @param userId the user's id at that provider
 * @param issuer the provider's issuer, where known
 * @param primary whether this provider created the profile
 * @param linkedAt when it was linked, where known
 */
public record ExternalIdentity(
    String provider,
    String type,
    String userId,
    @Nullable String issuer,
    boolean primary,
    @Nullable Instant linkedAt) {

  /**
   * Returns whether both are the same account at the same provider, regardless of the other fields.
   */
  public boolean isSameAccount(ExternalIdentity other) {
    return provider.equals(other.provider) && userId.equals(other.userId);
  }
}
