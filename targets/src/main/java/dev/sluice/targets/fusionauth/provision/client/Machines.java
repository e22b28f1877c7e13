package dev.sluice.targets.fusionauth.provision.client;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.targets.fusionauth.provision.object.ObjectIds;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.Lengths;
import dev.sluice.targets.provision.OwnershipTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The app clients that use client credentials, as entities that keep ids and secrets. A resource
 * server's permissions grant what they may do there.
 */
public final class Machines {
  private final PoolInventory pool;
  private final ObjectIds ids;
  private final ResourceServers servers;

  Machines(PoolInventory pool, ObjectIds ids) {
    this.pool = pool;
    this.ids = ids;
    this.servers = new ResourceServers(pool, ids);
  }

  /** Tells whether this app client can get tokens for itself. */
  static boolean isOne(AppClient client) {
    return client.confidential() && client.oauth().allows("client_credentials");
  }

  /** Tells whether no user logs in with it. */
  static boolean isOnly(AppClient client) {
    boolean people = client.oauth().allows("code") || client.oauth().allows("implicit");
    return isOne(client) && !people;
  }

  /** Returns all of the pool's machines. */
  public static List<AppClient> of(PoolInventory pool) {
    return pool.clients().stream().filter(Machines::isOne).toList();
  }

  String typeName() {
    return "app clients of " + pool.pool().id();
  }

  DesiredObject type() {
    ObjectNode kept = JsonMapper.shared().createObjectNode().put("name", typeName());
    kept.putObject("permissions");
    OwnershipTag.put(kept, pool.pool().id());
    ObjectNode once = JsonMapper.shared().createObjectNode();
    return new DesiredObject(
        "entity type", typeName(), "pool " + pool.pool().id(), kept, once, List.of());
  }

  List<DesiredObject> desired() {
    return of(pool).stream().map(this::desired).toList();
  }

  /** Returns the ids of the entities by name. */
  Map<String, UUID> idsByName() {
    return of(pool).stream()
        .collect(Collectors.toMap(this::name, client -> ids.machine(client.id())));
  }

  private String name(AppClient client) {
    return Applications.name(pool, client);
  }

  private DesiredObject desired(AppClient client) {
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    kept.put("name", name(client)).put("clientId", client.id());
    if (client.secret() != null) {
      kept.put("clientSecret", client.secret().reveal());
    }
    OwnershipTag.put(kept, pool.pool().id());
    ObjectNode once = JsonMapper.shared().createObjectNode();
    once.putObject("type").put("id", ids.machineType().toString());
    return new DesiredObject(
        "entity", name(client), "app client " + client.id(), kept, once, lost(client));
  }

  private List<String> lost(AppClient client) {
    List<String> lost = new ArrayList<>();
    lost.add("a paid feature of FusionAuth: only entities have client credentials");
    if (client.secret() == null) {
      lost.add("secret: unknown here, so FusionAuth creates a new one; give it to the machine");
    }
    servers
        .of(client)
        .forEach((server, scopes) ->
            lost.add(
                "scopes: request target-entity:%s:%s instead of %s; the token has them under"
                        .formatted(
                            ids.server(server),
                            String.join(",", scopes),
                            scopes.stream()
                                .map(scope -> server + "/" + scope)
                                .collect(Collectors.joining(" ")))
                    + " \"permissions\""));
    lost.add(
        "tokens are valid as long as the tenant's, not "
            + Lengths.of(client.tokens().access())
            + ", unless you give the entity type its own key and lifetime");
    return lost;
  }

  /** Returns the grants, one for each machine and resource server. */
  List<Grant> grants() {
    Function<AppClient, List<Grant>> all =
        client ->
            servers.of(client).entrySet().stream()
                .map(each -> new Grant(client.id(), name(client), each.getKey(), each.getValue()))
                .toList();
    return of(pool).stream().map(all).flatMap(List::stream).toList();
  }

  /**
   * What a machine may do at a resource server.
   *
   * @param machine the name of its entity
   * @param server the resource server's identifier
   * @param scopes without the identifier
   */
  record Grant(String clientId, String machine, String server, List<String> scopes) {
    String name() {
      return machine + " at " + server;
    }

    DesiredObject desired(String pool) {
      ObjectNode kept = JsonMapper.shared().createObjectNode();
      scopes.forEach(kept.putArray("permissions")::add);
      OwnershipTag.put(kept, pool);
      ObjectNode once = JsonMapper.shared().createObjectNode().put("name", name());
      return new DesiredObject("grant", name(), "app client " + clientId, kept, once, List.of());
    }
  }
}
