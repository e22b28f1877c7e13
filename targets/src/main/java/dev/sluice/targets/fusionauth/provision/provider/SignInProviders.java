package dev.sluice.targets.fusionauth.provision.provider;

import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.target.provision.DiffLine;
import dev.sluice.api.target.provision.ObjectDiff;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions;
import dev.sluice.targets.fusionauth.provision.client.Applications;
import dev.sluice.targets.fusionauth.provision.object.TenantRules;
import dev.sluice.targets.fusionauth.users.Providers;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.Differences;
import dev.sluice.targets.provision.ManualStep;
import dev.sluice.targets.provision.OwnershipTag;
import dev.sluice.targets.provision.Reconciler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pool's identity providers, in this tenant only. An address alone never joins an account:
 * users must log in to it first.
 */
public final class SignInProviders {
  private final FusionAuthOptions options;
  private final ProvisionRequest request;
  private final PoolInventory pool;
  private final Map<String, String> applications;

  /**
   * @param applications client ids by the names of the applications that Sluice created
   */
  public SignInProviders(
      FusionAuthOptions options, ProvisionRequest request, Map<String, String> applications) {
    this.options = options;
    this.request = request;
    this.pool = request.pool();
    this.applications = applications;
  }

  /**
   * Returns the steps for all providers; steps with missing data are manual steps for the owner.
   */
  public List<ProvisionStep> plan(ProviderResource resource, boolean tenantMissing)
      throws TroubleException {
    List<ProvisionStep> steps = new ArrayList<>();
    Reconciler reconciler = new Reconciler(resource, pool.pool().id(), TenantRules.RULES);
    for (IdentityProvider provider : pool.identityProviders()) {
      ProviderKind kind = ProviderKind.of(provider);
      DesiredObject desired = desired(provider, kind);
      boolean there = !tenantMissing && resource.find(desired.name()).isPresent();
      if (kind.needs().isEmpty() || there) {
        steps.addAll(reconciler.plan(List.of(desired), tenantMissing));
      } else {
        steps.add(isManual(desired, kind));
      }
    }
    return steps;
  }

  private static ProvisionStep isManual(DesiredObject desired, ProviderKind kind) {
    ObjectNode settings = desired.kept().deepCopy();
    settings.remove("data");
    List<DiffLine> lines =
        Stream.concat(
                Differences.between(MissingNode.getInstance(), settings, TenantRules.RULES)
                    .lines()
                    .stream(),
                desired.lost().stream().map(DiffLine::lost))
            .toList();
    return new ManualStep(
        "create %s, of type %s, in this tenant: FusionAuth needs %s"
            .formatted(desired.title(), kind.type(), kind.needs()),
        Optional.of(new ObjectDiff(desired.kind(), desired.name(), desired.from(), lines)));
  }

  private DesiredObject desired(IdentityProvider provider, ProviderKind kind) {
    String name = Providers.socialType(provider.name()).orElse(provider.name());
    ProviderMappings mappings = new ProviderMappings(provider, request.names());
    ObjectNode kept = kind.kept().deepCopy();
    if (!mappings.json().isEmpty()) {
      kept.set("attributeMappings", mappings.json());
    }
    ArrayNode offered = kept.putArray("applications");
    Applications.forPeople(pool).stream()
        .filter(client -> client.supportedIdentityProviders().contains(provider.name()))
        .map(client -> Applications.name(pool, client))
        .filter(applications::containsKey)
        .forEach(offered::add);
    OwnershipTag.put(kept, pool.pool().id());
    ObjectNode once = kind.once().deepCopy();
    once.put("name", name).put("type", kind.type()).put("enabled", true);
    once.put("tenantId", options.tenantId().toString());
    once.put("buttonText", "Log in with " + provider.name());
    once.put("linkingStrategy", "CreatePendingLink");
    return new DesiredObject(
        "identity provider",
        name,
        provider.type() + " provider " + provider.name(),
        kept,
        once,
        lost(provider, kind, mappings));
  }

  private List<String> lost(
      IdentityProvider provider, ProviderKind kind, ProviderMappings mappings) {
    List<String> lost = new ArrayList<>();
    String callback = provider.type().equals("SAML") ? "/samlv2/acs" : "/oauth2/callback";
    lost.add("add this redirect URL at the provider: " + options.url() + callback);
    lost.addAll(kind.lost());
    lost.addAll(mappings.lost());
    if (Applications.forPeople(pool).stream().noneMatch(client -> offers(client, provider))) {
      lost.add("no app client of the pool offers it: enable it for applications yourself");
    }
    return lost;
  }

  private static boolean offers(AppClient client, IdentityProvider provider) {
    return client.supportedIdentityProviders().contains(provider.name());
  }
}
