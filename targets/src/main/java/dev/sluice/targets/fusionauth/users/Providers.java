package dev.sluice.targets.fusionauth.users;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.api.FusionAuthTroubles;
import dev.sluice.targets.http.TroubleException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds FusionAuth's identity providers by the pool's names. A provider without a tenant is for
 * users of all tenants; one of the tenant takes precedence. Not thread-safe.
 */
public final class Providers {
  private static final int PAGE = 100;

  private final FusionAuthApi api;
  private final Map<String, String> idsByName = new HashMap<>();

  Providers(FusionAuthApi api) {
    this.api = api;
  }

  /**
   * Returns FusionAuth's type of the provider with this name in the pool; empty for custom names
   * and for Amazon, which is an OpenID Connect provider of that name.
   */
  public static Optional<String> socialType(String provider) {
    return switch (provider) {
      case "Google" -> Optional.of("Google");
      case "Facebook" -> Optional.of("Facebook");
      case "SignInWithApple" -> Optional.of("Apple");
      default -> Optional.empty();
    };
  }

  /** Returns the provider's id; empty if FusionAuth has none, which is checked each time. */
  Optional<String> idOf(ExternalIdentity identity) throws TroubleException {
    String known = idsByName.get(identity.provider());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<String> found = find(identity.provider());
    found.ifPresent(id -> idsByName.put(identity.provider(), id));
    return found;
  }

  /** Clears the cache, because a provider may have been removed. */
  void forget() {
    idsByName.clear();
  }

  private Optional<String> find(String provider) throws TroubleException {
    Optional<String> type = socialType(provider);
    Optional<String> ofAllTenants = Optional.empty();
    for (int from = 0; ; from += PAGE) {
      ObjectNode request = JsonMapper.shared().createObjectNode();
      ObjectNode search = request.putObject("search");
      search.put("startRow", from).put("numberOfResults", PAGE);
      type.ifPresentOrElse(its -> search.put("type", its), () -> search.put("name", provider));
      JsonNode page =
          FusionAuthTroubles.expectOk(api.post("/api/identity-provider/search", request))
              .body()
              .path("identityProviders");
      List<JsonNode> meant =
          page.valueStream()
              .filter(each ->
                  type.isPresent()
                      ? type.get().equals(each.path("type").asString(""))
                      : provider.equals(each.path("name").asString("")))
              .toList();
      Optional<String> ours = idOfTenant(api.tenantId(), meant);
      if (ours.isPresent()) {
        return ours;
      }
      ofAllTenants = ofAllTenants.or(() -> idOfTenant("", meant));
      if (page.size() < PAGE) {
        return ofAllTenants;
      }
    }
  }

  private static Optional<String> idOfTenant(String tenant, List<JsonNode> providers) {
    return providers.stream()
        .filter(each -> each.path("tenantId").asString("").equalsIgnoreCase(tenant))
        .map(each -> each.path("id").asString(""))
        .findFirst();
  }
}
