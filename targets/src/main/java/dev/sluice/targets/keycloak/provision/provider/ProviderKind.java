package dev.sluice.targets.keycloak.provision.provider;

import dev.sluice.api.pool.IdentityProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The configuration of a kind of provider in Keycloak.
 *
 * @param providerId Keycloak's name of the kind
 * @param mapper the kind of its attribute mappers; empty if it has none
 * @param byItself the pool's attributes that Keycloak fills without a mapper
 * @param kept its settings
 * @param once settings at creation, which the owner may change later
 * @param needsSecret whether it has a client secret that Cognito shows
 * @param unusable whether it stays disabled until a person acts
 * @param lost gaps that a person must know of or fill
 */
record ProviderKind(
    String providerId,
    String mapper,
    Set<String> byItself,
    Map<String, String> kept,
    Map<String, String> once,
    boolean needsSecret,
    boolean unusable,
    List<String> lost) {
  static final Set<String> NAMES = Set.of("email", "given_name", "family_name", "name");

  /**
   * @param pool the pool's id, which SAML providers know as their service provider's
   */
  static ProviderKind of(IdentityProvider provider, String pool) {
    return switch (provider.type()) {
      case "Google" -> SocialProviders.google(provider);
      case "Facebook" -> SocialProviders.facebook(provider);
      case "SignInWithApple" -> SocialProviders.apple(provider);
      case "LoginWithAmazon" -> SocialProviders.amazon(provider);
      case "SAML" -> new SamlProvider(provider, pool).kind();
      default -> OidcProvider.kind(provider);
    };
  }
}
