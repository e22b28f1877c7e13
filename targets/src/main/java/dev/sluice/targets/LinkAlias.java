package dev.sluice.targets;

import dev.sluice.api.user.ExternalIdentity;

/**
 * The short name under which a target knows another provider.
 *
 * <p>The social providers have one fixed name each in a user pool (service model, {@code
 * ProviderName}); the names of SAML and OIDC providers are the owner's own and are kept.
 */
public final class LinkAlias {
  private LinkAlias() {}

  public static String of(ExternalIdentity identity) {
    return of(identity.provider());
  }

  /** The alias of the provider that the user pool calls by this name. */
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
