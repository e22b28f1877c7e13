package dev.sluice.targets.fusionauth.provision.provider;

import dev.sluice.api.pool.IdentityProvider;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** OpenID Connect providers, including Amazon's, which FusionAuth does not know. */
final class OidcProviders {
  private static final String TYPE = "OpenIDConnect";

  private OidcProviders() {}

  static ProviderKind amazon(IdentityProvider provider) {
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    ObjectNode oauth = kept.putObject("oauth2");
    oauth.put("client_id", ProviderKind.detail(provider, "client_id"));
    String needs = SocialProviders.secret(provider, oauth);
    oauth.put("clientAuthenticationMethod", "client_secret_post");
    oauth.put("authorization_endpoint", "https://www.amazon.com/ap/oa");
    oauth.put("token_endpoint", "https://api.amazon.com/auth/o2/token");
    oauth.put("userinfo_endpoint", "https://api.amazon.com/user/profile");
    oauth.put("scope", ProviderKind.scopes(provider, "profile"));
    oauth.put("uniqueIdClaim", "user_id").put("emailClaim", "email");
    return new ProviderKind(
        TYPE,
        kept,
        JsonMapper.shared().createObjectNode(),
        needs,
        List.of("FusionAuth has no provider for Amazon: OpenID Connect replaces it"));
  }

  static ProviderKind oidc(IdentityProvider provider) {
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    ObjectNode oauth = kept.putObject("oauth2");
    oauth.put("client_id", ProviderKind.detail(provider, "client_id"));
    String needs = SocialProviders.secret(provider, oauth);
    oauth.put("clientAuthenticationMethod", "client_secret_post");
    oauth.put("scope", ProviderKind.scopes(provider, "openid"));
    oauth.put("uniqueIdClaim", "sub");
    endpoints(provider, oauth);
    return new ProviderKind(
        TYPE, kept, JsonMapper.shared().createObjectNode(), needs, lost(provider));
  }

  /** Writes the endpoints; if an issuer is given, FusionAuth asks it and ignores endpoints. */
  private static void endpoints(IdentityProvider provider, ObjectNode oauth) {
    String authorize = ProviderKind.detail(provider, "authorize_url");
    String token = ProviderKind.detail(provider, "token_url");
    String userinfo = ProviderKind.detail(provider, "attributes_url");
    if (authorize.isEmpty() || token.isEmpty() || userinfo.isEmpty()) {
      oauth.put("issuer", ProviderKind.detail(provider, "oidc_issuer"));
      return;
    }
    oauth.put("authorization_endpoint", authorize).put("token_endpoint", token);
    oauth.put("userinfo_endpoint", userinfo);
  }

  private static List<String> lost(IdentityProvider provider) {
    return provider.identifiers().isEmpty() ? List.of() : List.of(identifiers(provider));
  }

  static String identifiers(IdentityProvider provider) {
    return "identifiers "
        + String.join(", ", provider.identifiers())
        + ": add them as managed domains if all users there must log in through this provider;"
        + " FusionAuth's form then asks for the address first";
  }
}
