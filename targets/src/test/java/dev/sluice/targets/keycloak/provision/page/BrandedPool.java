package dev.sluice.targets.keycloak.provision.page;

import dev.sluice.api.Secret;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.SchemaAttribute;
import dev.sluice.api.pool.branding.Branding;
import dev.sluice.api.pool.branding.ClassicStyle;
import dev.sluice.api.pool.branding.ManagedLoginStyle;
import dev.sluice.api.pool.branding.StyleAsset;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.OAuthSettings;
import dev.sluice.api.pool.signin.SignInSettings;
import dev.sluice.contracts.source.PoolInventories;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A made-up pool of which clients, attributes and looks matter. */
public final class BrandedPool {
  /** That of all its clients. */
  public static final Secret CLIENT_SECRET = new Secret("made-up-secret-9");

  private BrandedPool() {}

  /**
   * A pool that has only these.
   *
   * @param clients their ids, and what each may read
   * @param styles classic and managed ones
   */
  public static PoolInventory of(Map<String, List<String>> clients, Object... styles) {
    PoolInventory plain = PoolInventories.plain();
    return new PoolInventory(
        plain.pool(),
        Stream.of("email", "nickname", "custom:plan", "custom:seats")
            .map(name -> new SchemaAttribute(name, "String", false, true, false, null, null))
            .toList(),
        new SignInSettings(List.of(), List.of("email"), false, List.of("PASSWORD"), null, null),
        plain.signUp(),
        plain.passwordPolicy(),
        plain.mfa(),
        plain.accountRecovery(),
        plain.messages(),
        plain.triggers(),
        plain.devices(),
        plain.threatProtection(),
        plain.domains(),
        new Branding(
            Stream.of(styles)
                .filter(ClassicStyle.class::isInstance)
                .map(ClassicStyle.class::cast)
                .toList(),
            Stream.of(styles)
                .filter(ManagedLoginStyle.class::isInstance)
                .map(ManagedLoginStyle.class::cast)
                .toList()),
        clients.entrySet().stream()
            .sorted(Map.Entry.<String, List<String>>comparingByKey().reversed())
            .map(client -> client(client.getKey(), client.getValue()))
            .toList(),
        plain.resourceServers(),
        plain.identityProviders(),
        plain.groups(),
        plain.identityPools(),
        plain.unread());
  }

  public static ClassicStyle classic(
      @Nullable String client, @Nullable String css, @Nullable String imageUrl) {
    return new ClassicStyle(client, css, imageUrl);
  }

  public static ManagedLoginStyle managed(String client, String settings, StyleAsset... assets) {
    return new ManagedLoginStyle(client, false, settings, List.of(assets));
  }

  private static AppClient client(String id, List<String> readAttributes) {
    AppClient whole = PoolInventories.everything().clients().getFirst();
    return new AppClient(
        id,
        id + " of the shop",
        true,
        CLIENT_SECRET,
        whole.createdAt(),
        whole.modifiedAt(),
        List.of("ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"),
        new OAuthSettings(
            true,
            List.of("code", "client_credentials"),
            List.of("openid", "email"),
            List.of("http://127.0.0.1/shop"),
            List.of(),
            null),
        whole.tokens(),
        readAttributes,
        List.of(),
        List.of("COGNITO"),
        true,
        true);
  }
}
