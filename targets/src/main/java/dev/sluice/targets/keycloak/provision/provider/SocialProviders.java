package dev.sluice.targets.keycloak.provision.provider;

import dev.sluice.api.pool.IdentityProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The four providers that a user pool knows by name. */
final class SocialProviders {
  private static final String APPLE = "https://appleid.apple.com";

  private SocialProviders() {}

  static ProviderKind google(IdentityProvider provider) {
    return new ProviderKind(
        "google",
        "google-user-attribute-mapper",
        ProviderKind.NAMES,
        Map.of(
            "clientId", detail(provider, "client_id"),
            "defaultScope", scopes(provider, "openid email profile")),
        Map.of(),
        true,
        false,
        List.of());
  }

  static ProviderKind facebook(IdentityProvider provider) {
    String version = detail(provider, "api_version");
    return new ProviderKind(
        "facebook",
        "facebook-user-attribute-mapper",
        ProviderKind.NAMES,
        Map.of(
            "clientId", detail(provider, "client_id"),
            "defaultScope", scopes(provider, "public_profile email")),
        Map.of(),
        true,
        false,
        version.isEmpty()
            ? List.of()
            : List.of("API version " + version + ": Keycloak chooses its own"));
  }

  static ProviderKind apple(IdentityProvider provider) {
    return new ProviderKind(
        "oidc",
        OidcProvider.MAPPER,
        OidcProvider.CLAIMS,
        Map.of(
            "clientId",
            detail(provider, "client_id"),
            "authorizationUrl",
            APPLE + "/auth/authorize",
            "tokenUrl",
            APPLE + "/auth/token",
            "issuer",
            APPLE,
            "jwksUrl",
            APPLE + "/auth/keys",
            "useJwksUrl",
            "true",
            "validateSignature",
            "true",
            "disableUserInfo",
            "true",
            "defaultScope",
            "openid"),
        Map.of("clientAuthMethod", "client_secret_post"),
        false,
        true,
        List.of(
            "disabled: Cognito does not return Apple's private key. Create a new key at Apple"
                + " (team "
                + detail(provider, "team_id")
                + "), sign a client secret with it (a JWT of at most six months), set it and enable"
                + " the provider; renew it in time",
            "scopes "
                + scopes(provider, "name email")
                + ": Apple answers these with a form, which Keycloak's generic provider does not"
                + " accept; only openid is requested"));
  }

  static ProviderKind amazon(IdentityProvider provider) {
    return new ProviderKind(
        "oauth2",
        "",
        Set.of("email", "name"),
        Map.of(
            "clientId", detail(provider, "client_id"),
            "authorizationUrl", "https://www.amazon.com/ap/oa",
            "tokenUrl", "https://api.amazon.com/auth/o2/token",
            "userInfoUrl", "https://api.amazon.com/user/profile",
            "userIDClaim", "user_id",
            "userNameClaim", "user_id",
            "emailClaim", "email",
            "fullNameClaim", "name",
            "defaultScope", scopes(provider, "profile")),
        Map.of("clientAuthMethod", "client_secret_post"),
        true,
        false,
        List.of("Keycloak has no provider for Amazon: the generic OAuth provider replaces it"));
  }

  static String detail(IdentityProvider provider, String key) {
    return provider.details().getOrDefault(key, "");
  }

  static String scopes(IdentityProvider provider, String fallback) {
    String scopes = detail(provider, "authorize_scopes").replace(',', ' ');
    return scopes.isBlank() ? fallback : scopes;
  }
}
