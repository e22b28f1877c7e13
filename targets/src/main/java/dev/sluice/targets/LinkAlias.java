package dev.sluice.targets;

import dev.sluice.api.user.ExternalIdentity;

/**
 * Names the alias under which a target knows an identity provider.
 *
 * <p>The social providers have one fixed name each in a user pool (service model, {@code
 * ProviderName}); the names of SAML and OIDC providers are the owner's own and are kept.
 */
public final class LinkAlias {
  private LinkAlias() {}

  public static String of(ExternalIdentity identity) {
    return of(identity.provider());
  }

  /** Returns the alias of the provider with this name in the user pool. */
  public static String of(String provider) {
    return switch (provider) {
      case "Google" -> "google";
      case "Facebook" -> "facebook";
      case "SignInWithApple" -> "apple";
      case "LoginWithAmazon" -> "amazon";
      default -> provider;
    };
  }
}
