package dev.sluice.targets.keycloak.provision.page;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.provision.client.PoolClients;
import dev.sluice.targets.keycloak.provision.realm.RealmAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans our login theme with the pool's logo and colours. A realm with another theme is left alone,
 * and so are colours that the owner has changed since: they are written once for each state of the
 * pool.
 */
public final class LoginPages {
  private static final String THEME = "sluice";
  private static final String PREFIX = "sluice.login.";
  private static final String IMAGE = PREFIX + "image.";

  private final KeycloakApi api;
  private final PoolBranding branding;
  private final PoolClients clients;

  public LoginPages(KeycloakApi api, PoolInventory pool) {
    this.api = api;
    this.branding = PoolBranding.of(pool);
    this.clients = new PoolClients(api, pool);
  }

  /**
   * Plans the branding of the login pages.
   *
   * @param realm as Keycloak returns it; missing if it does not exist yet
   * @param coming ids of clients that earlier steps will create or change
   */
  public List<ProvisionStep> plan(JsonNode realm, Set<String> coming) throws TroubleException {
    String theme = realm.path("loginTheme").asString("");
    if (!theme.isEmpty() && !theme.equals(THEME)) {
      return List.of();
    }
    List<ProvisionStep> steps = new ArrayList<>();
    BrandingChange pool = new BrandingChange(branding.pool(), RealmAttributes.of(realm).values());
    steps.addAll(pool.plan("login pages", this::dressRealm));
    for (Map.Entry<String, PageBranding> own : branding.clients().entrySet()) {
      String id = own.getKey();
      Optional<Map<String, String>> found =
          realm.isMissingNode()
              ? Optional.empty()
              : clients.find(id).map(RealmAttributes::of).map(RealmAttributes::values);
      if (found.isPresent() || coming.contains(id)) {
        steps.addAll(
            new BrandingChange(own.getValue(), found.orElseGet(Map::of))
                .plan("login pages of client " + id, wanted -> dressClient(id, wanted)));
      }
    }
    return steps;
  }

  private void dressRealm(PageBranding wanted) throws TroubleException {
    JsonNode realm = api.get(api.realm("")).expectOk().body();
    ObjectNode changes = JsonMapper.shared().createObjectNode().put("loginTheme", THEME);
    RealmAttributes attributes = RealmAttributes.of(realm);
    boolean keepLogo = wanted.logos().isEmpty();
    attributes =
        attributes.without(name ->
            name.startsWith(PREFIX)
                && !name.startsWith(IMAGE)
                && !(keepLogo && name.startsWith(PREFIX + "logo")));
    if (wanted.lightOnly() && !attributes.values().containsKey("darkMode")) {
      attributes = attributes.with("darkMode", "false");
    }
    for (Map.Entry<String, String> each : BrandingChange.attributes(wanted).entrySet()) {
      attributes = attributes.with(each.getKey(), each.getValue());
    }
    pictures(wanted, attributes).addTo(changes);
    api.put(api.realm(""), changes).expectOk();
  }

  private void dressClient(String id, PageBranding wanted) throws TroubleException {
    JsonNode realm = api.get(api.realm("")).expectOk().body();
    ObjectNode changes = JsonMapper.shared().createObjectNode().put("loginTheme", THEME);
    pictures(wanted, RealmAttributes.of(realm)).addTo(changes);
    api.put(api.realm(""), changes).expectOk();
    ObjectNode client = clients.find(id).orElse(null);
    if (client != null) {
      ObjectNode attributes = client.withObject("/attributes");
      BrandingChange.attributes(wanted).forEach(attributes::put);
      attributes.put(PREFIX + "own", "true");
      clients.write(client);
    }
  }

  /** Writes the pictures of a client, which the realm stores. */
  private static RealmAttributes pictures(PageBranding wanted, RealmAttributes before) {
    RealmAttributes all = before;
    for (var picture : wanted.logos().values()) {
      all = all.with(IMAGE + picture.name(), picture.value());
    }
    return all;
  }
}
