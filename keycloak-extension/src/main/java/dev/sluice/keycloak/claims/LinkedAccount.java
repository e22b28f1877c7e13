package dev.sluice.keycloak.claims;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * A user's account at another provider, with the pool's names.
 *
 * @param provider the provider's name in the pool
 * @param type SAML, OIDC, Google, Facebook, SignInWithApple or LoginWithAmazon
 * @param issuer null for social providers
 */
record LinkedAccount(String provider, String type, String userId, @Nullable String issuer) {

  /** Returns the accounts whose provider the realm has. */
  static List<LinkedAccount> of(KeycloakSession session, UserModel user) {
    return session
        .users()
        .getFederatedIdentitiesStream(session.getContext().getRealm(), user)
        .map(link -> of(session, link))
        .toList();
  }

  private static LinkedAccount of(KeycloakSession session, FederatedIdentityModel link) {
    String alias = link.getIdentityProvider();
    IdentityProviderModel provider = session.identityProviders().getByAlias(alias);
    return switch (alias) {
      case "google" -> social("Google", link);
      case "facebook" -> social("Facebook", link);
      case "apple" -> social("SignInWithApple", link);
      case "amazon" -> social("LoginWithAmazon", link);
      default -> company(alias, link, provider);
    };
  }

  private static LinkedAccount social(String name, FederatedIdentityModel link) {
    return new LinkedAccount(name, name, link.getUserId(), null);
  }

  private static LinkedAccount company(
      String alias, FederatedIdentityModel link, @Nullable IdentityProviderModel provider) {
    if (provider == null) {
      return new LinkedAccount(alias, "OIDC", link.getUserId(), null);
    }
    boolean saml = "saml".equals(provider.getProviderId());
    String issuer = provider.getConfig().get(saml ? "idpEntityId" : "issuer");
    return new LinkedAccount(alias, saml ? "SAML" : "OIDC", link.getUserId(), issuer);
  }

  /** Returns the username of the profile that Cognito creates for a user of this provider. */
  String username() {
    return provider + "_" + userId;
  }

  /**
   * Returns the claim of an ID token, where all values are texts. The time at which an account was
   * linked to an existing profile is unknown here and left out.
   *
   * @param createdMillis when the user was created
   */
  Map<String, Object> asClaim(String storedUsername, @Nullable Long createdMillis) {
    boolean primary = username().equalsIgnoreCase(storedUsername);
    var claim = new LinkedHashMap<String, Object>();
    claim.put("userId", userId);
    claim.put("providerName", provider);
    claim.put("providerType", type);
    // Keycloak omits a Java null; Cognito writes it.
    claim.put("issuer", issuer == null ? NullNode.getInstance() : issuer);
    claim.put("primary", String.valueOf(primary));
    if (primary && createdMillis != null) {
      claim.put("dateCreated", String.valueOf(createdMillis));
    }
    return claim;
  }
}
