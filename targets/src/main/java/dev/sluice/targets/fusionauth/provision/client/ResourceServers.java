package dev.sluice.targets.fusionauth.provision.client;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.ResourceScope;
import dev.sluice.api.pool.client.ResourceServer;
import dev.sluice.targets.fusionauth.provision.object.ObjectIds;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.OwnershipTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pool's resource servers, each as an entity whose own type has the scopes as permissions. All
 * tenants of a FusionAuth share types, so their names include the pool.
 */
final class ResourceServers {
  private final PoolInventory pool;
  private final ObjectIds ids;

  ResourceServers(PoolInventory pool, ObjectIds ids) {
    this.pool = pool;
    this.ids = ids;
  }

  /** Returns the custom scopes of an app client by the server's identifier, without it. */
  Map<String, List<String>> of(AppClient client) {
    Map<String, List<String>> all = new TreeMap<>();
    for (String scope : client.oauth().scopes()) {
      int slash = scope.lastIndexOf('/');
      if (slash > 0) {
        all.computeIfAbsent(scope.substring(0, slash), _ -> new ArrayList<>())
            .add(scope.substring(slash + 1));
      }
    }
    return all;
  }

  /**
   * Returns the identifiers of the servers that machines have scopes of, with the descriptions of
   * the scopes.
   */
  Map<String, Map<String, String>> used() {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    Machines.of(pool)
        .forEach(client ->
            of(client)
                .forEach((server, scopes) ->
                    scopes.forEach(scope ->
                        all.computeIfAbsent(server, this::declared).putIfAbsent(scope, scope))));
    return all;
  }

  private Map<String, String> declared(String identifier) {
    Map<String, String> scopes = new LinkedHashMap<>();
    for (ResourceServer server : pool.resourceServers()) {
      if (server.identifier().equals(identifier)) {
        for (ResourceScope scope : server.scopes()) {
          scopes.put(scope.name(), scope.description());
        }
      }
    }
    return scopes;
  }

  String typeName(String identifier) {
    return identifier + " of " + pool.pool().id();
  }

  List<DesiredObject> types() {
    return used().entrySet().stream().map(each -> type(each.getKey(), each.getValue())).toList();
  }

  private DesiredObject type(String identifier, Map<String, String> scopes) {
    ObjectNode kept = JsonMapper.shared().createObjectNode().put("name", typeName(identifier));
    ObjectNode permissions = kept.putObject("permissions");
    scopes.forEach(
        (name, text) -> permissions.putObject(name).put("name", name).put("description", text));
    OwnershipTag.put(kept, pool.pool().id());
    return new DesiredObject(
        "entity type",
        typeName(identifier),
        "resource server " + identifier,
        kept,
        JsonMapper.shared().createObjectNode(),
        List.of());
  }

  List<DesiredObject> desired() {
    return used().keySet().stream().map(this::desired).toList();
  }

  private DesiredObject desired(String identifier) {
    ObjectNode kept = JsonMapper.shared().createObjectNode().put("name", identifier);
    OwnershipTag.put(kept, pool.pool().id());
    ObjectNode once = JsonMapper.shared().createObjectNode();
    once.putObject("type").put("id", ids.serverType(identifier).toString());
    return new DesiredObject(
        "entity", identifier, "resource server " + identifier, kept, once, List.of());
  }

  /** Returns the ids of the types by name. */
  Map<String, UUID> typeIds() {
    Map<String, UUID> all = new LinkedHashMap<>();
    used().keySet().forEach(each -> all.put(typeName(each), ids.serverType(each)));
    return all;
  }
}
