package dev.sluice.targets.fusionauth.provision.provider;

import dev.sluice.api.pool.IdentityProvider;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The configuration of a kind of provider in FusionAuth.
 *
 * @param type FusionAuth's name of the kind
 * @param kept its settings
 * @param once settings at creation, which the owner may change later
 * @param needs what FusionAuth requires and Sluice does not have; empty if nothing is missing
 * @param lost gaps that a person must know of or fill
 */
record ProviderKind(
    String type, ObjectNode kept, ObjectNode once, String needs, List<String> lost) {

  static ProviderKind of(IdentityProvider provider) {
    return switch (provider.type()) {
      case "Google" -> SocialProviders.google(provider);
      case "Facebook" -> SocialProviders.facebook(provider);
      case "SignInWithApple" -> SocialProviders.apple(provider);
      case "LoginWithAmazon" -> OidcProviders.amazon(provider);
      case "SAML" -> SamlProvider.kind(provider);
      default -> OidcProviders.oidc(provider);
    };
  }

  static String detail(IdentityProvider provider, String key) {
    return provider.details().getOrDefault(key, "");
  }

  static String scopes(IdentityProvider provider, String fallback) {
    String scopes = detail(provider, "authorize_scopes").replace(',', ' ');
    return scopes.isBlank() ? fallback : scopes;
  }
}
