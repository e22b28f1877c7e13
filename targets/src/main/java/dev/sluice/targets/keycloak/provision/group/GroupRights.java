package dev.sluice.targets.keycloak.provision.group;

import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.provision.ManualStep;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the pool's groups whose members would get roles of the realm. Our extension refuses such
 * users unless the operator has named the group.
 */
public final class GroupRights {
  private final KeycloakApi api;
  private final ProvisionRequest request;

  public GroupRights(KeycloakApi api, ProvisionRequest request) {
    this.api = api;
    this.request = request;
  }

  public List<ProvisionStep> plan(boolean realmMissing) throws TroubleException {
    List<ProvisionStep> steps = new ArrayList<>();
    for (PoolGroup group : realmMissing ? List.<PoolGroup>of() : request.pool().groups()) {
      if (!request.names().privileged().contains(group.name())) {
        String path = request.names().groupPath(group.name());
        List<String> roles = new GroupResource(api).roles(path);
        if (!roles.isEmpty()) {
          steps.add(step(group.name(), path, roles));
        }
      }
    }
    return steps;
  }

  private static ManualStep step(String name, String path, List<String> roles) {
    return new ManualStep(
        "decide whether members of the pool's group \"%s\" shall have the roles of the realm's group \"%s\" (%s): if so, name \"%s\" under mapping.privileged-groups; if not, choose another path under mapping.groups. Until then these users are refused"
            .formatted(name, path, String.join(", ", roles), name));
  }
}
