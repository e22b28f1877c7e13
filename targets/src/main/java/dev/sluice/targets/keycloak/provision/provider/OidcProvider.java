package dev.sluice.targets.keycloak.provision.provider;

import dev.sluice.api.pool.IdentityProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An OpenID Connect provider. */
final class OidcProvider {
  static final String MAPPER = "oidc-user-attribute-idp-mapper";

  /** The attributes that Keycloak fills from the claims of the same names. */
  static final Set<String> CLAIMS = Set.of("email", "given_name", "family_name");

  private OidcProvider() {}

  static ProviderKind kind(IdentityProvider provider) {
    Map<String, String> config = new HashMap<>();
    config.put("clientId", SocialProviders.detail(provider, "client_id"));
    config.put("issuer", SocialProviders.detail(provider, "oidc_issuer"));
    config.put("defaultScope", SocialProviders.scopes(provider, "openid"));
    put(config, "authorizationUrl", SocialProviders.detail(provider, "authorize_url"));
    put(config, "tokenUrl", SocialProviders.detail(provider, "token_url"));
    put(config, "userInfoUrl", SocialProviders.detail(provider, "attributes_url"));
    String keys = SocialProviders.detail(provider, "jwks_uri");
    put(config, "jwksUrl", keys);
    if (!keys.isEmpty()) {
      config.put("useJwksUrl", "true");
      config.put("validateSignature", "true");
    }
    boolean complete =
        List.of("authorizationUrl", "tokenUrl", "jwksUrl").stream().allMatch(config::containsKey);
    List<String> lost = new ArrayList<>();
    if (!complete) {
      lost.add(
          "disabled: the pool has the issuer but not all endpoints. Import "
              + config.get("issuer")
              + "/.well-known/openid-configuration in Keycloak and enable it");
    }
    if (SocialProviders.detail(provider, "attributes_request_method").equals("POST")) {
      lost.add("user information is requested with GET, not with POST");
    }
    if (!provider.identifiers().isEmpty()) {
      lost.add(identifiers(provider));
    }
    return new ProviderKind(
        "oidc",
        MAPPER,
        CLAIMS,
        config,
        Map.of("clientAuthMethod", "client_secret_post"),
        true,
        !complete,
        lost);
  }

  static String identifiers(IdentityProvider provider) {
    return "identifiers ("
        + String.join(", ", provider.identifiers())
        + "): Keycloak does not select a provider by them; use kc_idp_hint or organizations";
  }

  private static void put(Map<String, String> config, String key, String value) {
    if (!value.isEmpty()) {
      config.put(key, value);
    }
  }
}
