package dev.sluice.targets.keycloak.provision.client;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.ResourceScope;
import dev.sluice.api.pool.client.ResourceServer;
import dev.sluice.targets.keycloak.provision.realm.ColumnText;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.ManualStep;
import dev.sluice.targets.provision.OwnershipTag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The scopes of the pool's resource servers, as client scopes with the same names. */
public final class CustomScopes {
  private final PoolInventory pool;

  public CustomScopes(PoolInventory pool) {
    this.pool = pool;
  }

  /** Tells whether a scope is the owner's and not one of OpenID Connect or Cognito. */
  static boolean isCustom(String scope) {
    return scope.contains("/");
  }

  public List<DesiredObject> desired() {
    Map<String, DesiredObject> all = new LinkedHashMap<>();
    for (ResourceServer server : pool.resourceServers()) {
      for (ResourceScope scope : server.scopes()) {
        String name = server.identifier() + "/" + scope.name();
        String from = "resource server " + server.name() + " (" + server.identifier() + ")";
        List<String> lost =
            ColumnText.fits(scope.description())
                ? List.of()
                : List.of("description: only its first " + ColumnText.LONGEST + " characters");
        all.put(name, scope(name, scope.description(), from, lost));
      }
    }
    pool.clients().forEach(client -> addUnclaimed(client, all));
    return all.values().stream().filter(scope -> ColumnText.fits(scope.name())).toList();
  }

  /** Returns steps for the scopes that Keycloak cannot store. */
  public List<ManualStep> impossible() {
    return names()
        .filter(name -> !ColumnText.fits(name))
        .distinct()
        .map(name ->
            new ManualStep(
                "have applications ask for a shorter scope than \""
                    + name
                    + "\": it is not created, because Keycloak stores at most "
                    + ColumnText.LONGEST
                    + " characters of a name"))
        .toList();
  }

  private Stream<String> names() {
    return Stream.concat(
        pool.resourceServers().stream()
            .flatMap(server ->
                server.scopes().stream().map(scope -> server.identifier() + "/" + scope.name())),
        pool.clients().stream()
            .flatMap(client -> client.oauth().scopes().stream())
            .filter(CustomScopes::isCustom));
  }

  private void addUnclaimed(AppClient client, Map<String, DesiredObject> all) {
    client.oauth().scopes().stream()
        .filter(CustomScopes::isCustom)
        .forEach(name ->
            all.computeIfAbsent(
                name,
                each ->
                    scope(
                        each,
                        each,
                        "app client " + client.name(),
                        List.of("no readable resource server has this scope"))));
  }

  private DesiredObject scope(String name, String description, String from, List<String> lost) {
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    kept.put("name", name).put("description", ColumnText.cut(description));
    kept.put("protocol", "openid-connect");
    kept.putObject("attributes")
        .put("include.in.token.scope", "true")
        .put("consent.screen.text", description)
        .put(OwnershipTag.FROM, pool.pool().id());
    ObjectNode once = JsonMapper.shared().createObjectNode();
    once.putObject("attributes").put("display.on.consent.screen", "true");
    return new DesiredObject("client scope", name, from, kept, once, lost);
  }
}
