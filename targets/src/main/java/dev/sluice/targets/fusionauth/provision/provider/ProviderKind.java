package dev.sluice.targets.fusionauth.provision.provider;

import dev.sluice.api.pool.IdentityProvider;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a kind of provider is set up in FusionAuth.
 *
 * @param type FusionAuth's name of the kind
 * @param kept its settings
 * @param once settings that it is made with and that are the owner's then
 * @param needs what FusionAuth demands and Sluice does not have; empty where nothing is missing
 * @param lost what a person has to know or do
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
