package dev.sluice.targets.keycloak.provision;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import dev.sluice.targets.keycloak.provision.client.AppClients;
import dev.sluice.targets.keycloak.provision.client.ClaimsScope;
import dev.sluice.targets.keycloak.provision.client.ClientResource;
import dev.sluice.targets.keycloak.provision.client.CustomScopes;
import dev.sluice.targets.keycloak.provision.client.PoolClients;
import dev.sluice.targets.keycloak.provision.client.ScopeResource;
import dev.sluice.targets.keycloak.provision.group.GroupClashes;
import dev.sluice.targets.keycloak.provision.group.GroupResource;
import dev.sluice.targets.keycloak.provision.group.GroupRights;
import dev.sluice.targets.keycloak.provision.group.PoolGroups;
import dev.sluice.targets.keycloak.provision.login.EnrolmentAction;
import dev.sluice.targets.keycloak.provision.login.LoginFlow;
import dev.sluice.targets.keycloak.provision.login.SecondFactorAction;
import dev.sluice.targets.keycloak.provision.login.StorageComponent;
import dev.sluice.targets.keycloak.provision.page.LoginLanguages;
import dev.sluice.targets.keycloak.provision.page.LoginPages;
import dev.sluice.targets.keycloak.provision.provider.ProviderResource;
import dev.sluice.targets.keycloak.provision.provider.RealmAddress;
import dev.sluice.targets.keycloak.provision.provider.SignInProviders;
import dev.sluice.targets.keycloak.provision.realm.RealmResource;
import dev.sluice.targets.keycloak.provision.realm.RealmRules;
import dev.sluice.targets.keycloak.provision.realm.RealmSettings;
import dev.sluice.targets.keycloak.provision.realm.SessionLimits;
import dev.sluice.targets.keycloak.provision.realm.SignUpScope;
import dev.sluice.targets.keycloak.provision.realm.UserProfile;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.ManualStep;
import dev.sluice.targets.provision.Reconciler;
import dev.sluice.targets.provision.TargetResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans what a realm still needs before it can take users, part by part. */
public final class Provisioning {
  private final KeycloakApi api;
  private final KeycloakOptions options;
  private final ProvisionRequest request;
  private final PoolInventory pool;

  public Provisioning(KeycloakApi api, KeycloakOptions options, ProvisionRequest request) {
    this.api = api;
    this.options = options;
    this.request = request;
    this.pool = request.pool();
  }

  public List<ProvisionStep> plan() throws TroubleException {
    Optional<ObjectNode> realm = new RealmResource(api).find(options.realm());
    boolean missing = realm.isEmpty();
    JsonNode found = realm.<JsonNode>map(each -> each).orElse(MissingNode.getInstance());
    List<ProvisionStep> steps = new ArrayList<>(realm(found));
    steps.addAll(new SignUpScope(api).plan(missing));
    steps.addAll(new UserProfile(api, request).plan(found));
    steps.addAll(new StorageComponent(api, request).plan(missing));
    if (request.mode().asksForPasswords()) {
      steps.addAll(new LoginFlow(api, LoginFlow.Kind.BROWSER).plan(found));
      steps.addAll(new LoginFlow(api, LoginFlow.Kind.ORGANIZATION).plan(found));
      steps.addAll(new LoginFlow(api, LoginFlow.Kind.DIRECT_GRANT).plan(found));
      steps.addAll(new EnrolmentAction(api).plan(missing));
    }
    steps.addAll(new LoginFlow(api, LoginFlow.Kind.REGISTRATION).plan(found));
    steps.addAll(new LoginFlow(api, LoginFlow.Kind.FORGOT_PASSWORD).plan(found));
    steps.addAll(new LoginFlow(api, LoginFlow.Kind.JOINING).plan(found));
    steps.addAll(new SecondFactorAction(api, pool).plan(found));
    steps.addAll(objects(found));
    // After all steps that create clients, because these use their results.
    Set<String> coming = PoolClients.coming(steps);
    steps.addAll(new ClaimsScope(api, request).plan(missing, coming));
    steps.addAll(new LoginLanguages(api, options.languages()).plan(found));
    steps.addAll(new LoginPages(api, pool).plan(found, coming));
    return List.copyOf(steps);
  }

  private List<ProvisionStep> realm(JsonNode found) throws TroubleException {
    List<ProvisionStep> steps = new ArrayList<>();
    RealmSettings settings = new RealmSettings(options, request);
    if (!found.isMissingNode()) {
      settings.needed(found).forEach(text -> steps.add(new ManualStep(text)));
    }
    DesiredObject desired = settings.desired(found);
    steps.addAll(reconciler(new RealmResource(api)).planFoundation(desired, found.isMissingNode()));
    return steps;
  }

  /**
   * Plans the objects that a pool has many of; a scope comes before the clients that may request
   * it.
   */
  private List<ProvisionStep> objects(JsonNode found) throws TroubleException {
    boolean missing = found.isMissingNode();
    SessionLimits limits = SessionLimits.of(found, pool.pool().id());
    List<ProvisionStep> steps = new ArrayList<>();
    CustomScopes scopes = new CustomScopes(pool);
    steps.addAll(reconciler(new ScopeResource(api)).plan(scopes.desired(), missing));
    steps.addAll(scopes.impossible());
    steps.addAll(
        reconciler(new ClientResource(api))
            .plan(new AppClients(pool, options.deviceGrant(), limits).desired(), missing));
    List<DesiredObject> groups = new PoolGroups(request).desired();
    GroupClashes clashes = GroupClashes.among(api, groups, missing);
    steps.addAll(reconciler(new GroupResource(api)).plan(clashes.without(groups), missing));
    steps.addAll(clashes.steps());
    steps.addAll(new GroupRights(api, request).plan(missing));
    RealmAddress address = RealmAddress.read(api, options, missing);
    SignInProviders providers = new SignInProviders(address, request);
    steps.addAll(reconciler(new ProviderResource(api)).plan(providers.desired(), missing));
    steps.addAll(providers.impossible());
    return steps;
  }

  private Reconciler reconciler(TargetResource resource) {
    return new Reconciler(resource, pool.pool().id(), RealmRules.RULES);
  }
}
