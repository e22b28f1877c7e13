package dev.sluice.targets;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.OAuthSettings;
import dev.sluice.api.pool.client.TokenSettings;
import dev.sluice.api.pool.signin.MfaSettings;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.contracts.source.PoolInventories;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A made-up pool with clients for every grant and a provider of every kind. */
public final class RichPool {
  public static final String SHOP = "shop5pmi4ct0o4n6ulqj7vlnkm";
  public static final String MACHINE = "machine5pmi4ct0o4n6ulqj7v";
  public static final String PHONE_APP = "phone5pmi4ct0o4n6ulqj7vln";
  public static final String MACHINE_SECRET = "machine-secret-not-to-be-shown";
  public static final String READ = "https://orders.example/read";
  public static final String CALLBACK = "https://shop.example/in";

  private RichPool() {}

  public static ProvisionRequest request(PoolInventory pool) {
    return new ProvisionRequest(
        MigrationMode.BULK,
        URI.create("http://127.0.0.1:7170"),
        new Secret("made-up-token"),
        List.of("seats", "risk"),
        List.of("/staff/admins"),
        true,
        pool,
        new NamesAtTarget(
            Map.of("custom:seats", "seats", "dev:custom:risk", "risk"),
            Map.of("admins", "/staff/admins")));
  }

  public static PoolInventory pool() {
    return pool(new MfaSettings("ON", List.of("SMS", "SOFTWARE_TOKEN")));
  }

  public static PoolInventory pool(MfaSettings factors) {
    return pool(factors, providers());
  }

  public static PoolInventory pool(MfaSettings factors, List<IdentityProvider> providers) {
    PoolInventory base = PoolInventories.everything();
    return new PoolInventory(
        base.pool(),
        base.schema(),
        base.signIn(),
        base.signUp(),
        base.passwordPolicy(),
        factors,
        base.accountRecovery(),
        base.messages(),
        base.triggers(),
        base.devices(),
        base.threatProtection(),
        base.domains(),
        base.branding(),
        List.of(
            client(SHOP, null, List.of("code"), List.of("openid", "phone", READ)),
            client(MACHINE, MACHINE_SECRET, List.of("client_credentials"), List.of(READ)),
            client(PHONE_APP, null, List.of("implicit"), List.of("openid"))),
        base.resourceServers(),
        providers,
        base.groups(),
        base.identityPools(),
        base.unread());
  }

  private static List<IdentityProvider> providers() {
    return List.of(
        provider("Google", "Google", Map.of("authorize_scopes", "openid email")),
        provider("Facebook", "Facebook", Map.of("authorize_scopes", "public_profile,email")),
        provider("SignInWithApple", "SignInWithApple", Map.of("team_id", "TEAM7")),
        provider("LoginWithAmazon", "LoginWithAmazon", Map.of("authorize_scopes", "profile")),
        provider(
            "Corp.SAML",
            "SAML",
            Map.of(
                "MetadataURL", "https://corp.example/metadata",
                "SSORedirectBindingURI", "https://corp.example/sso")),
        provider(
            "workforce",
            "OIDC",
            Map.of(
                "oidc_issuer", "https://work.example",
                "authorize_url", "https://work.example/authorize",
                "token_url", "https://work.example/token",
                "attributes_url", "https://work.example/userinfo",
                "jwks_uri", "https://work.example/keys")));
  }

  private static AppClient client(
      String id, @Nullable String secret, List<String> grants, List<String> scopes) {
    return new AppClient(
        id,
        "name of " + id,
        secret != null,
        secret == null ? null : new Secret(secret),
        null,
        null,
        List.of("ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"),
        new OAuthSettings(
            true, grants, scopes, List.of(CALLBACK), List.of("https://shop.example/out"), CALLBACK),
        new TokenSettings(
            Duration.ofMinutes(17),
            Duration.ofMinutes(23),
            Duration.ofDays(45),
            Duration.ofMinutes(4),
            false,
            Duration.ZERO),
        List.of("email", "custom:seats"),
        List.of("email", "custom:seats"),
        List.of("COGNITO", "Google"),
        true,
        true);
  }

  public static IdentityProvider provider(String name, String type, Map<String, String> details) {
    Map<String, String> all = new HashMap<>(details);
    all.put("client_id", name + "-client");
    return new IdentityProvider(
        name,
        type,
        all,
        type.equals("SAML") || type.equals("SignInWithApple")
            ? Map.of()
            : Map.of("client_secret", new Secret(name + "-secret-not-to-be-shown")),
        Map.of("email", "mail", "email_verified", "verified", "custom:seats", "chairs"),
        List.of(),
        null,
        null);
  }
}
