package dev.sluice.api.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's account at another provider, as Cognito's {@code identities} attribute tells it.
 *
 * @param provider the provider's name in the pool, such as {@code Google} or a SAML provider's name
 * @param type SAML, OIDC, Google, Facebook, SignInWithApple or LoginWithAmazon
 * @param userId the user's id at that provider
 * @param issuer the provider's issuer, where told
 * @param primary whether the profile was made by this provider
 * @param linkedAt when it was linked, where told
 */
public record ExternalIdentity(
    String provider,
    String type,
    String userId,
    @Nullable String issuer,
    boolean primary,
    @Nullable Instant linkedAt) {

  /** Whether both are the same account at the same provider, whatever else is told of it. */
  public boolean isSameAccount(ExternalIdentity other) {
    return provider.equals(other.provider) && userId.equals(other.userId);
  }
}
