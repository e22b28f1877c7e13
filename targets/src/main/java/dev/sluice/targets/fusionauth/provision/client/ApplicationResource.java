package dev.sluice.targets.fusionauth.provision.client;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.targets.fusionauth.api.ApiCalls;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.provision.object.ObjectIds;
import dev.sluice.targets.fusionauth.provision.object.ObjectResource;
import dev.sluice.targets.fusionauth.provision.object.PartsResource;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.provision.TargetResource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the tenant's applications, each with its roles by name. */
public final class ApplicationResource implements TargetResource {
  private static final String ALL = "/api/application";

  private final FusionAuthApi api;
  private final ObjectIds ids;
  private final Map<String, String> clientIds = new LinkedHashMap<>();
  private final PartsResource resource;

  public ApplicationResource(FusionAuthApi api, ObjectIds ids, PoolInventory pool) {
    this.api = api;
    this.ids = ids;
    for (AppClient client : Applications.forPeople(pool)) {
      clientIds.put(Applications.name(pool, client), client.id());
    }
    ObjectResource whole =
        new ObjectResource(
            new ApiCalls(api, true), ALL, "application", this::id, this::twin, "See its message.");
    this.resource =
        new PartsResource(whole, "roles", "role", (name, role) -> ids.role(clientId(name), role));
  }

  /** Returns the client ids of the pool's app clients for people, by the applications' names. */
  public Map<String, String> clientIds() {
    return Map.copyOf(clientIds);
  }

  private UUID id(String name) {
    return ids.application(clientId(name));
  }

  private String clientId(String name) {
    return Objects.requireNonNull(clientIds.get(name), name);
  }

  private Optional<ObjectNode> twin(String name) throws TroubleException {
    return api.get(ALL)
        .expectOk()
        .body()
        .path("applications")
        .valueStream()
        .filter(each -> each.path("name").asString("").equalsIgnoreCase(name))
        .filter(
            each -> each.path("tenantId").asString("").equalsIgnoreCase(ids.tenant().toString()))
        .map(ObjectNode.class::cast)
        .findFirst();
  }

  @Override
  public Optional<ObjectNode> find(String name) throws TroubleException {
    return resource.find(name);
  }

  @Override
  public void create(ObjectNode fresh) throws TroubleException {
    resource.create(fresh);
  }

  @Override
  public void change(ObjectNode found, ObjectNode merged) throws TroubleException {
    resource.change(found, merged);
  }
}
