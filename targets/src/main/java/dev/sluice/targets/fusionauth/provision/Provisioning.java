package dev.sluice.targets.fusionauth.provision;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.fusionauth.api.ApiCalls;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions.ImportedUsers;
import dev.sluice.targets.fusionauth.provision.client.ApplicationResource;
import dev.sluice.targets.fusionauth.provision.client.Applications;
import dev.sluice.targets.fusionauth.provision.client.MachineSteps;
import dev.sluice.targets.fusionauth.provision.client.Machines;
import dev.sluice.targets.fusionauth.provision.object.ObjectIds;
import dev.sluice.targets.fusionauth.provision.object.ObjectResource;
import dev.sluice.targets.fusionauth.provision.object.RoleNames;
import dev.sluice.targets.fusionauth.provision.object.TenantRules;
import dev.sluice.targets.fusionauth.provision.provider.ProviderResource;
import dev.sluice.targets.fusionauth.provision.provider.SignInProviders;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.provision.ManualStep;
import dev.sluice.targets.provision.OwnershipTag;
import dev.sluice.targets.provision.Reconciler;
import dev.sluice.targets.provision.TargetResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans what a tenant still needs before it can take users, part by part. Paid features come last,
 * so that a licence without them delays nothing else.
 */
public final class Provisioning {
  private final FusionAuthApi api;
  private final FusionAuthOptions options;
  private final ProvisionRequest request;
  private final PoolInventory pool;
  private final ObjectIds ids;
  private final TenantResource tenants;

  public Provisioning(FusionAuthApi api, FusionAuthOptions options, ProvisionRequest request) {
    this.api = api;
    this.options = options;
    this.request = request;
    this.pool = request.pool();
    this.ids = new ObjectIds(options.tenantId());
    this.tenants = new TenantResource(api, options.tenantId());
  }

  public List<ProvisionStep> plan() throws TroubleException {
    Optional<ObjectNode> found = tenants.find("");
    boolean missing = found.isEmpty();
    JsonNode tenant = found.<JsonNode>map(each -> each).orElse(MissingNode.getInstance());
    ApplicationResource resource = new ApplicationResource(api, ids, pool);
    Map<String, String> applications = missing ? resource.clientIds() : ours(resource);
    List<ProvisionStep> steps = new ArrayList<>();
    steps.addAll(
        reconciler(tenants)
            .planFoundation(new TenantSettings(options, request).desired(), missing));
    steps.addAll(reconciler(resource).plan(new Applications(request, ids).desired(), missing));
    steps.addAll(groups(applications, missing));
    steps.addAll(
        new SignInProviders(options, request, applications)
            .plan(new ProviderResource(api, ids, applications), missing));
    steps.addAll(registrations(applications));
    steps.addAll(machines(missing));
    steps.addAll(asking(tenant));
    return List.copyOf(steps);
  }

  /** Returns client ids by the names of the applications that Sluice created. */
  private Map<String, String> ours(ApplicationResource resource) throws TroubleException {
    Map<String, String> ours = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : resource.clientIds().entrySet()) {
      Optional<ObjectNode> found = resource.find(each.getKey());
      if (found.isEmpty() || OwnershipTag.isOn(found.get(), pool.pool().id())) {
        ours.put(each.getKey(), each.getValue());
      }
    }
    return ours;
  }

  private List<ProvisionStep> groups(Map<String, String> applications, boolean missing)
      throws TroubleException {
    RoleNames roles = new RoleNames(ids, applications);
    return reconciler(new GroupResource(api, ids, roles))
        .plan(new PoolGroups(request, roles).desired(), missing);
  }

  /**
   * Asks for registrations, because without one FusionAuth gives a user no roles and answers 202 to
   * logins.
   */
  private List<ProvisionStep> registrations(Map<String, String> applications) {
    List<UUID> needed =
        applications.values().stream()
            .map(ids::application)
            .filter(id -> !options.applicationIds().contains(id))
            .toList();
    if (needed.isEmpty()) {
      return List.of();
    }
    return List.of(
        new ManualStep(
            "add to target.fusionauth.application-ids, so that users are registered for their"
                + " applications: "
                + needed.stream().map(UUID::toString).collect(Collectors.joining(","))));
  }

  private List<ProvisionStep> machines(boolean missing) throws TroubleException {
    List<AppClient> clients = Machines.of(pool);
    if (clients.isEmpty()) {
      return List.of();
    }
    if (!options.provision().entities()) {
      return List.of(
          new ManualStep(
              "give these machines another way to get tokens, because target.fusionauth.entities"
                  + " is no: "
                  + clients.stream().map(AppClient::name).collect(Collectors.joining(", "))));
    }
    return new MachineSteps(api, ids, pool).plan(missing);
  }

  private List<ProvisionStep> asking(JsonNode tenant) throws TroubleException {
    HookConnector connector = new HookConnector(request, ids);
    ConnectorPolicy policy = new ConnectorPolicy(tenants, ids.connector());
    if (!request.mode().asksForPasswords() || options.importedUsers() == ImportedUsers.V1_LOGIN) {
      return policy.planWithout(tenant);
    }
    ObjectResource resource =
        new ObjectResource(
            new ApiCalls(api, false),
            "/api/connector",
            "connector",
            _ -> ids.connector(),
            ObjectResource.Twins.NONE,
            HookConnector.PAID);
    List<ProvisionStep> steps = new ArrayList<>();
    steps.addAll(reconciler(resource).plan(List.of(connector.desired()), false));
    steps.addAll(policy.plan(tenant));
    if (request.mode() == MigrationMode.HYBRID
        && options.importedUsers() == ImportedUsers.UNCONFIRMED) {
      steps.add(new ManualStep(TEST));
    }
    return steps;
  }

  private Reconciler reconciler(TargetResource resource) {
    return new Reconciler(resource, pool.pool().id(), TenantRules.RULES);
  }

  private static final String TEST =
      "test with one user whether FusionAuth asks the gateway about users imported without a"
          + " password; its documents do not say. Set target.fusionauth.imported-users:"
          + " connector, import one user of your own (a segment with one login: sluice bulk --only"
          + " SEGMENT --execute), start sluice serve, and log in with the old password. If that"
          + " works, keep the setting. If FusionAuth refuses the password, use mode: slow, or"
          + " imported-users: v1-login";
}
