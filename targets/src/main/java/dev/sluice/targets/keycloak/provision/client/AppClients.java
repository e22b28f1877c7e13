package dev.sluice.targets.keycloak.provision.client;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.targets.keycloak.provision.realm.ColumnText;
import dev.sluice.targets.keycloak.provision.realm.SessionLimits;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.OwnershipTag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The pool's app clients, with the ids and secrets that applications use now. */
public final class AppClients {
  /** Keycloak's own scopes, without which its tokens lack what applications rely on. */
  private static final List<String> BUILT_IN =
      List.of("basic", "acr", "web-origins", "roles", "profile", "email");

  private static final Set<String> PASSWORD_FLOWS =
      Set.of(
          "ALLOW_USER_PASSWORD_AUTH",
          "ALLOW_ADMIN_USER_PASSWORD_AUTH",
          "USER_PASSWORD_AUTH",
          "ADMIN_NO_SRP_AUTH");

  private final PoolInventory pool;
  private final Set<String> deviceGrant;
  private final SessionLimits limits;

  /**
   * @param deviceGrant ids of clients that may use the device grant
   */
  public AppClients(PoolInventory pool, Set<String> deviceGrant, SessionLimits limits) {
    this.pool = pool;
    this.deviceGrant = deviceGrant;
    this.limits = limits;
  }

  public List<DesiredObject> desired() {
    return pool.clients().stream().map(this::desired).toList();
  }

  private DesiredObject desired(AppClient client) {
    return new DesiredObject(
        "client",
        client.id(),
        "app client " + client.name(),
        kept(client),
        once(client),
        new ClientGaps(pool, client, limits).all());
  }

  private ObjectNode kept(AppClient client) {
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    kept.put("clientId", client.id()).put("name", client.name());
    kept.put("publicClient", !client.confidential());
    Optional.ofNullable(client.secret()).ifPresent(secret -> kept.put("secret", secret.reveal()));
    kept.put("standardFlowEnabled", client.oauth().allows("code"));
    kept.put("implicitFlowEnabled", client.oauth().allows("implicit"));
    kept.put("serviceAccountsEnabled", machine(client));
    kept.put(
        "directAccessGrantsEnabled",
        client.explicitAuthFlows().stream().anyMatch(PASSWORD_FLOWS::contains));
    List<String> redirects = redirects(client).stream().filter(ColumnText::fits).toList();
    list(kept.putArray("redirectUris"), redirects);
    // Any origin may call Cognito's token endpoint; here only those of the redirect URIs may.
    list(kept.putArray("webOrigins"), redirects.isEmpty() ? List.of() : List.of("+"));
    kept.set("attributes", attributes(client));
    List<String> custom = client.oauth().scopes().stream().filter(CustomScopes::isCustom).toList();
    list(kept.putArray(machine(client) ? "defaultClientScopes" : "optionalClientScopes"), custom);
    return kept;
  }

  private ObjectNode once(AppClient client) {
    ObjectNode once = JsonMapper.shared().createObjectNode();
    once.put("enabled", true).put("protocol", "openid-connect").put("consentRequired", false);
    Optional.ofNullable(client.oauth().defaultRedirectUri())
        .filter(ColumnText::fits)
        .ifPresent(uri -> once.put("baseUrl", uri));
    list(once.putArray("defaultClientScopes"), BUILT_IN);
    list(
        once.putArray("optionalClientScopes"),
        client.oauth().scopes().contains("phone") ? List.of("phone") : List.of());
    return once;
  }

  private ObjectNode attributes(AppClient client) {
    ObjectNode attributes = JsonMapper.shared().createObjectNode();
    attributes.put(OwnershipTag.FROM, pool.pool().id());
    attributes.put(ClaimsScope.MAY_READ, ClaimsScope.mayRead(client));
    List<String> logout = client.oauth().enabled() ? client.oauth().logoutUrls() : List.of();
    attributes.put("post.logout.redirect.uris", String.join("##", logout));
    attributes.put("use.refresh.tokens", String.valueOf(refreshes(client)));
    attributes.put("access.token.lifespan", seconds(client.tokens().access()));
    Duration refresh = client.tokens().refresh();
    attributes.put("client.session.idle.timeout", seconds(limits.idle(refresh)));
    attributes.put("client.session.max.lifespan", seconds(limits.max(refresh)));
    attributes.put(
        "oauth2.device.authorization.grant.enabled",
        String.valueOf(deviceGrant.contains(client.id())));
    return attributes;
  }

  /** Tells whether a client may refresh; one without flows has the old default, which may. */
  private static boolean refreshes(AppClient client) {
    return client.tokens().rotation()
        || client.explicitAuthFlows().stream().noneMatch(flow -> flow.startsWith("ALLOW_"))
        || client.explicitAuthFlows().contains("ALLOW_REFRESH_TOKEN_AUTH");
  }

  static boolean machine(AppClient client) {
    return client.confidential() && client.oauth().allows("client_credentials");
  }

  static List<String> redirects(AppClient client) {
    boolean used = client.oauth().allows("code") || client.oauth().allows("implicit");
    return used ? client.oauth().callbackUrls() : List.of();
  }

  private static void list(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }

  private static String seconds(Duration duration) {
    return String.valueOf(duration.toSeconds());
  }
}
