package dev.sluice.api.pool;

import dev.sluice.api.Secret;
import dev.sluice.api.user.FlagText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another provider through which users of the pool sign in.
 *
 * @param type SAML, OIDC, Google, Facebook, SignInWithApple or LoginWithAmazon
 * @param details {@code ProviderDetails} by Cognito's keys, without what is secret
 * @param secrets the secret details that are readable; Apple's private key never is
 * @param attributeMapping the provider's attribute by the name of the pool's
 * @param identifiers such as email domains that lead to this provider
 */
public record IdentityProvider(
    String name,
    String type,
    Map<String, String> details,
    Map<String, Secret> secrets,
    Map<String, String> attributeMapping,
    List<String> identifiers,
    @Nullable Instant createdAt,
    @Nullable Instant modifiedAt) {
  public IdentityProvider {
    details = Map.copyOf(details);
    secrets = Map.copyOf(secrets);
    attributeMapping = Map.copyOf(attributeMapping);
    identifiers = List.copyOf(identifiers);
  }

  /** Returns whether a detail is switched on; Cognito's details are all texts. */
  public boolean has(String detail) {
    return FlagText.isTrue(details.get(detail));
  }

  /** Returns the same provider without its secrets. */
  public IdentityProvider withoutSecrets() {
    return new IdentityProvider(
        name, type, details, Map.of(), attributeMapping, identifiers, createdAt, modifiedAt);
  }
}
