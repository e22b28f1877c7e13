package dev.sluice.targets.fusionauth.provision.client;

import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.TokenSettings;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.targets.fusionauth.provision.object.ObjectIds;
import dev.sluice.targets.fusionauth.users.Groups;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.OwnershipTag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pool's app clients for people as applications. Secrets stay, ids become UUIDs; each
 * application has a role for every group, so that tokens name groups as Cognito's do.
 */
public final class Applications {
  private static final Set<String> PASSWORD_FLOWS =
      Set.of(
          "ALLOW_USER_PASSWORD_AUTH",
          "ALLOW_ADMIN_USER_PASSWORD_AUTH",
          "USER_PASSWORD_AUTH",
          "ADMIN_NO_SRP_AUTH");
  private static final String OWN_API = "aws.cognito.signin.user.admin";

  private final ProvisionRequest request;
  private final PoolInventory pool;
  private final ObjectIds ids;

  public Applications(ProvisionRequest request, ObjectIds ids) {
    this.request = request;
    this.pool = request.pool();
    this.ids = ids;
  }

  /** Returns the app clients that people log in with. */
  public static List<AppClient> forPeople(PoolInventory pool) {
    return pool.clients().stream().filter(client -> !Machines.isOnly(client)).toList();
  }

  /** Returns a name that is unique among the pool's applications, as FusionAuth requires. */
  public static String name(PoolInventory pool, AppClient client) {
    boolean shared =
        pool.clients().stream().filter(each -> each.name().equalsIgnoreCase(client.name())).count()
            > 1;
    return shared ? client.name() + " (" + client.id() + ")" : client.name();
  }

  public List<DesiredObject> desired() {
    return forPeople(pool).stream().map(this::desired).toList();
  }

  private DesiredObject desired(AppClient client) {
    return new DesiredObject(
        "application",
        name(pool, client),
        "app client " + client.id(),
        kept(client),
        once(client),
        new ApplicationGaps(client, ids).all());
  }

  private ObjectNode kept(AppClient client) {
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    kept.put("name", name(pool, client));
    kept.set("oauthConfiguration", oauth(client));
    boolean api = refreshes(client) && takesPasswords(client);
    kept.putObject("loginConfiguration")
        .put("allowTokenRefresh", api)
        .put("generateRefreshTokens", api);
    kept.set("jwtConfiguration", tokens(client.tokens()));
    ObjectNode roles = kept.putObject("roles");
    for (PoolGroup group : pool.groups()) {
      String name = Groups.nameOf(request.names().groupPath(group.name()));
      ObjectNode role = roles.putObject(name).put("name", name);
      Optional.ofNullable(group.description()).ifPresent(text -> role.put("description", text));
    }
    OwnershipTag.put(kept, pool.pool().id());
    kept.withObject("/data/cognito").put("clientId", client.id());
    return kept;
  }

  private static ObjectNode oauth(AppClient client) {
    ObjectNode oauth = JsonMapper.shared().createObjectNode();
    if (client.confidential() && client.secret() != null) {
      oauth.put("clientSecret", client.secret().reveal());
    }
    oauth.put("clientAuthenticationPolicy", client.confidential() ? "Required" : "NotRequired");
    oauth.put("proofKeyForCodeExchangePolicy", "NotRequired");
    ArrayNode grants = oauth.putArray("enabledGrants");
    addIf(client.oauth().allows("code"), "authorization_code", grants);
    addIf(client.oauth().allows("implicit"), "implicit", grants);
    addIf(takesPasswords(client), "password", grants);
    addIf(refreshes(client), "refresh_token", grants);
    oauth.put("generateRefreshTokens", refreshes(client));
    ArrayNode redirects = oauth.putArray("authorizedRedirectURLs");
    if (client.oauth().allows("code") || client.oauth().allows("implicit")) {
      client.oauth().callbackUrls().forEach(redirects::add);
      client.oauth().logoutUrls().stream()
          .findFirst()
          .ifPresent(url -> oauth.put("logoutURL", url));
    }
    oauth.put("authorizedURLValidationPolicy", "ExactMatch");
    return oauth;
  }

  private static ObjectNode tokens(TokenSettings tokens) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("enabled", true);
    json.put("timeToLiveInSeconds", tokens.access().toSeconds());
    json.put("refreshTokenTimeToLiveInMinutes", tokens.refresh().toMinutes());
    json.put("refreshTokenExpirationPolicy", "Fixed");
    json.put("refreshTokenUsagePolicy", tokens.rotation() ? "OneTimeUse" : "Reusable");
    if (tokens.rotation()) {
      json.putObject("refreshTokenOneTimeUseConfiguration")
          .put("gracePeriodInSeconds", tokens.rotationGrace().toSeconds());
    }
    return json;
  }

  private ObjectNode once(AppClient client) {
    ObjectNode once = JsonMapper.shared().createObjectNode();
    once.putObject("loginConfiguration").put("requireAuthentication", true);
    if (client.oauth().scopes().contains(OWN_API)) {
      // Amplify requests it by default; a refusal would fail such logins.
      once.putObject("oauthConfiguration").put("unknownScopePolicy", "Remove");
    }
    return once;
  }

  static boolean takesPasswords(AppClient client) {
    return client.explicitAuthFlows().stream().anyMatch(PASSWORD_FLOWS::contains);
  }

  /** Tells whether a client may refresh; one without flows has the old default, which may. */
  static boolean refreshes(AppClient client) {
    return client.tokens().rotation()
        || client.explicitAuthFlows().stream().noneMatch(flow -> flow.startsWith("ALLOW_"))
        || client.explicitAuthFlows().contains("ALLOW_REFRESH_TOKEN_AUTH");
  }

  private static void addIf(boolean holds, String grant, ArrayNode to) {
    if (holds) {
      to.add(grant);
    }
  }
}
