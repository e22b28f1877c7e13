package dev.sluice.targets.fusionauth.provision.client;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.fusionauth.api.ApiCalls;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.provision.object.ObjectIds;
import dev.sluice.targets.fusionauth.provision.object.ObjectResource;
import dev.sluice.targets.fusionauth.provision.object.PartsResource;
import dev.sluice.targets.fusionauth.provision.object.TenantRules;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.provision.Reconciler;
import dev.sluice.targets.provision.TargetResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Plans the objects for machines: types, entities, and grants between them. */
public final class MachineSteps {
  private static final String PAID =
      "Entities, and with them client credentials, are a paid feature. Buy it, or set"
          + " target.fusionauth.entities: no and give these machines another way to get tokens.";

  private final FusionAuthApi api;
  private final ObjectIds ids;
  private final PoolInventory pool;
  private final Machines machines;
  private final ResourceServers servers;

  public MachineSteps(FusionAuthApi api, ObjectIds ids, PoolInventory pool) {
    this.api = api;
    this.ids = ids;
    this.pool = pool;
    this.machines = new Machines(pool, ids);
    this.servers = new ResourceServers(pool, ids);
  }

  public List<ProvisionStep> plan(boolean tenantMissing) throws TroubleException {
    List<ProvisionStep> steps = new ArrayList<>();
    steps.addAll(reconciler(types()).plan(List.of(machines.type()), false));
    steps.addAll(reconciler(types()).plan(servers.types(), false));
    steps.addAll(reconciler(entities(ids::server)).plan(servers.desired(), tenantMissing));
    Map<String, UUID> known = machines.idsByName();
    steps.addAll(
        reconciler(entities(name -> Objects.requireNonNull(known.get(name), name)))
            .plan(machines.desired(), tenantMissing));
    Map<String, Machines.Grant> grants = new LinkedHashMap<>();
    machines.grants().forEach(grant -> grants.put(grant.name(), grant));
    steps.addAll(
        reconciler(new GrantResource(api, ids, grants))
            .plan(
                grants.values().stream().map(grant -> grant.desired(pool.pool().id())).toList(),
                tenantMissing));
    return steps;
  }

  private TargetResource types() {
    Map<String, UUID> all = new HashMap<>(servers.typeIds());
    all.put(machines.typeName(), ids.machineType());
    ObjectResource whole =
        new ObjectResource(
            new ApiCalls(api, false),
            "/api/entity/type",
            "entityType",
            name -> Objects.requireNonNull(all.get(name), name),
            ObjectResource.Twins.NONE,
            PAID);
    return new PartsResource(
        whole, "permissions", "permission", (type, scope) -> ids.permission(type, scope));
  }

  private TargetResource entities(Function<String, UUID> known) {
    return new ObjectResource(
        new ApiCalls(api, true), "/api/entity", "entity", known, ObjectResource.Twins.NONE, PAID);
  }

  private Reconciler reconciler(TargetResource resource) {
    return new Reconciler(resource, pool.pool().id(), TenantRules.RULES);
  }
}
