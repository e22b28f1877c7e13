package dev.sluice.targets.fusionauth.provision.provider;

import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.targets.provision.SamlMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A SAML provider. FusionAuth cannot create one without a certificate in its Key Master. */
final class SamlProvider {
  private SamlProvider() {}

  static ProviderKind kind(IdentityProvider provider) {
    Optional<SamlMetadata> metadata =
        SamlMetadata.read(ProviderKind.detail(provider, "MetadataFile"));
    String told = ProviderKind.detail(provider, "SSORedirectBindingURI");
    String endpoint = told.isEmpty() ? metadata.map(SamlMetadata::ssoRedirect).orElse("") : told;
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    if (!endpoint.isEmpty()) {
      kept.put("idpEndpoint", endpoint);
    }
    String email = provider.attributeMapping().getOrDefault("email", "");
    if (!email.isEmpty()) {
      kept.put("emailClaim", email).put("useNameIdForEmail", false);
    }
    ObjectNode once = JsonMapper.shared().createObjectNode();
    once.put("nameIdFormat", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent");
    return new ProviderKind(
        "SAMLv2",
        kept,
        once,
        "the provider's certificate in its Key Master. Import it"
            + where(provider)
            + ", and create the provider with it",
        lost(provider));
  }

  private static String where(IdentityProvider provider) {
    String url = ProviderKind.detail(provider, "MetadataURL");
    return url.isEmpty() ? " from the provider's metadata" : " from " + url;
  }

  private static List<String> lost(IdentityProvider provider) {
    List<String> lost = new ArrayList<>();
    lost.add(
        "links: the pool identifies users by the NameID, FusionAuth by an attribute. Configure"
            + " the provider to send the NameID's value as an attribute, and name that as"
            + " \"Unique Id claim\"");
    lost.add("the audience and the address at the provider change to FusionAuth's");
    if (!ProviderKind.detail(provider, "RequestSigningAlgorithm").isEmpty()) {
      lost.add("requests are signed: give FusionAuth a key, and its certificate to the provider");
    }
    if (provider.has("EncryptedResponses")) {
      lost.add(
          "assertions are encrypted: give FusionAuth a key, and its certificate to the provider");
    }
    if (provider.has("IDPInit")) {
      lost.add("provider-initiated logins are a paid feature of FusionAuth");
    }
    if (!provider.identifiers().isEmpty()) {
      lost.add(OidcProviders.identifiers(provider));
    }
    return lost;
  }
}
