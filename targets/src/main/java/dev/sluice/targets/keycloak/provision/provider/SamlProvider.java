package dev.sluice.targets.keycloak.provision.provider;

import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.targets.provision.SamlMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A SAML provider. The service provider keeps the pool's entity id, so that only the address
 * changes at the other end.
 */
final class SamlProvider {
  private static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

  private final IdentityProvider provider;
  private final String pool;
  private final List<String> lost = new ArrayList<>();
  private final Map<String, String> config = new HashMap<>();

  SamlProvider(IdentityProvider provider, String pool) {
    this.provider = provider;
    this.pool = pool;
  }

  ProviderKind kind() {
    // Cognito developer guide, "Adding SAML identity providers": the audience.
    config.put("entityId", "urn:amazon:cognito:sp:" + pool);
    config.put("postBindingResponse", "true");
    config.put("postBindingAuthnRequest", "false");
    config.put("validateSignature", "true");
    config.put("wantAssertionsEncrypted", String.valueOf(provider.has("EncryptedResponses")));
    metadata();
    signing();
    if (!provider.identifiers().isEmpty()) {
      lost.add(OidcProvider.identifiers(provider));
    }
    if (provider.has("IDPInit")) {
      lost.add("provider-initiated logins need a client with an \"IDP-Initiated SSO URL\"");
    }
    lost.add("the NameID must stay the same as for the pool, or users' links do not match");
    boolean usable =
        config.containsKey("singleSignOnServiceUrl")
            && (config.containsKey("signingCertificate")
                || config.containsKey("metadataDescriptorUrl"));
    if (!usable) {
      lost.add("disabled: its address or certificate is unknown; import the provider's metadata");
    }
    Map<String, String> once =
        Map.of("nameIDPolicyFormat", PERSISTENT, "principalType", "SUBJECT", "allowCreate", "true");
    return new ProviderKind(
        "saml", "saml-user-attribute-idp-mapper", Set.of(), config, once, false, !usable, lost);
  }

  private void metadata() {
    Optional<SamlMetadata> file = SamlMetadata.read(detail("MetadataFile"));
    if (!detail("MetadataFile").isEmpty() && file.isEmpty()) {
      lost.add("metadata: the pool's copy cannot be read");
    }
    put("idpEntityId", file.map(SamlMetadata::entityId).orElse(""));
    put("signingCertificate", file.map(SamlMetadata::certificates).orElse(""));
    String told = detail("SSORedirectBindingURI");
    put(
        "singleSignOnServiceUrl",
        told.isEmpty() ? file.map(SamlMetadata::ssoRedirect).orElse("") : told);
    if (provider.has("IDPSignout")) {
      put("singleLogoutServiceUrl", detail("SLORedirectBindingURI"));
    }
    if (!detail("MetadataURL").isEmpty()) {
      config.put("metadataDescriptorUrl", detail("MetadataURL"));
      config.put("useMetadataDescriptorUrl", "true");
    }
  }

  private void signing() {
    boolean signed = !detail("RequestSigningAlgorithm").isEmpty();
    config.put("wantAuthnRequestsSigned", String.valueOf(signed));
    if (signed) {
      config.put("signatureAlgorithm", "RSA_SHA256");
      lost.add("requests are signed with the realm's key: give its certificate to the provider");
    }
    if (provider.has("EncryptedResponses")) {
      lost.add(
          "assertions are encrypted for the realm's key: give its certificate to the provider");
    }
  }

  private void put(String key, String value) {
    if (!value.isEmpty()) {
      config.put(key, value);
    }
  }

  private String detail(String key) {
    return SocialProviders.detail(provider, key);
  }
}
