package dev.sluice.targets.keycloak.provision.client;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.target.provision.ObjectDiff;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.provision.OwnershipTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The realm's clients that were created from the pool's. The owner's are left alone. */
public final class PoolClients {
  private final KeycloakApi api;
  private final PoolInventory pool;

  public PoolClients(KeycloakApi api, PoolInventory pool) {
    this.api = api;
    this.pool = pool;
  }

  /** Returns the ids of the clients that these steps create or change. */
  public static Set<String> coming(List<ProvisionStep> steps) {
    return steps.stream()
        .filter(step -> !step.isManual())
        .flatMap(step -> step.diff().stream())
        .filter(diff -> diff.kind().equals("client"))
        .map(ObjectDiff::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the pool's clients that the realm has, as Keycloak returns them. */
  List<ObjectNode> all() throws TroubleException {
    List<ObjectNode> all = new ArrayList<>();
    for (AppClient client : pool.clients()) {
      find(client.id()).ifPresent(all::add);
    }
    return all;
  }

  public Optional<ObjectNode> find(String clientId) throws TroubleException {
    return new ClientResource(api)
        .find(clientId)
        .filter(client -> OwnershipTag.isOn(client, pool.pool().id()));
  }

  static String attribute(JsonNode client, String name) {
    return client.path("attributes").path(name).asString("");
  }

  /** Writes back a client that was read and changed. */
  public void write(ObjectNode client) throws TroubleException {
    api.put(api.realm(path(client)), client).expectOk();
  }

  static String path(JsonNode client) {
    return "/clients/" + UrlPath.encode(client.path("id").asString(""));
  }
}
