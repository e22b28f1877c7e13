package dev.sluice.targets.fusionauth.provision.provider;

import dev.sluice.api.Secret;
import dev.sluice.api.pool.IdentityProvider;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The providers that FusionAuth knows by name. */
final class SocialProviders {
  static final String SECRET_NEEDED =
      "its client secret, which is unknown here. Provision from the pool or from an encrypted"
          + " archive, or create the provider with a new secret";

  private SocialProviders() {}

  static ProviderKind google(IdentityProvider provider) {
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    kept.put("client_id", ProviderKind.detail(provider, "client_id"));
    String needs = secret(provider, kept);
    kept.put("scope", ProviderKind.scopes(provider, "openid email profile"));
    ObjectNode once = JsonMapper.shared().createObjectNode().put("loginMethod", "UseRedirect");
    return new ProviderKind("Google", kept, once, needs, List.of());
  }

  static ProviderKind facebook(IdentityProvider provider) {
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    kept.put("appId", ProviderKind.detail(provider, "client_id"));
    String needs = secret(provider, kept);
    kept.put(
        "permissions", ProviderKind.scopes(provider, "public_profile email").replace(' ', ','));
    TreeSet<String> fields = new TreeSet<>(provider.attributeMapping().values());
    fields.add("email");
    fields.remove("id");
    kept.put("fields", String.join(",", fields));
    String version = ProviderKind.detail(provider, "api_version");
    ObjectNode once = JsonMapper.shared().createObjectNode().put("loginMethod", "UseRedirect");
    return new ProviderKind(
        "Facebook",
        kept,
        once,
        needs,
        version.isEmpty()
            ? List.of()
            : List.of("API version " + version + ": FusionAuth chooses its own"));
  }

  static ProviderKind apple(IdentityProvider provider) {
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    kept.put("servicesId", ProviderKind.detail(provider, "client_id"));
    kept.put("teamId", ProviderKind.detail(provider, "team_id"));
    kept.put("scope", ProviderKind.scopes(provider, "name email"));
    return new ProviderKind(
        "Apple",
        kept,
        JsonMapper.shared().createObjectNode(),
        "Apple's private key, which Cognito does not return. Create a new key at Apple, import it"
            + " into FusionAuth's Key Master, and create the provider with it",
        List.of());
  }

  /** Sets the client secret; otherwise returns that it is needed. */
  static String secret(IdentityProvider provider, ObjectNode to) {
    @Nullable Secret secret = provider.secrets().get("client_secret");
    if (secret == null) {
      return SECRET_NEEDED;
    }
    to.put("client_secret", secret.reveal());
    return "";
  }
}
