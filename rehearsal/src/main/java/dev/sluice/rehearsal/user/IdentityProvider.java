package dev.sluice.rehearsal.user;

/** The external identity providers that the pool trusts. */
public enum IdentityProvider {
  GOOGLE("Google", "Google"),
  FACEBOOK("Facebook", "Facebook"),
  APPLE("SignInWithApple", "SignInWithApple"),
  AMAZON("LoginWithAmazon", "LoginWithAmazon"),
  SAML("CorpSaml", "SAML"),
  OIDC("PartnerOidc", "OIDC");

  private final String providerName;
  private final String type;

  IdentityProvider(String providerName, String type) {
    this.providerName = providerName;
    this.type = type;
  }

  /** Returns the name it has in this pool, with which federated usernames begin. */
  public String providerName() {
    return providerName;
  }

  /**
   * Returns the {@code providerType}: Google, Facebook, SignInWithApple, LoginWithAmazon, SAML or
   * OIDC.
   */
  public String type() {
    return type;
  }

  /** Returns whether it is a company's own provider, which has an issuer, and not a social one. */
  public boolean isBusiness() {
    return this == SAML || this == OIDC;
  }
}
