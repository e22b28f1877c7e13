package dev.sluice.targets.fusionauth.provision.object;

import dev.sluice.targets.provision.ObjectRules;
import java.util.Set;

/** Rules for comparing and showing the fields of a tenant's objects. */
public final class TenantRules {
  public static final ObjectRules RULES =
      new ObjectRules(
          Set.of("roleIds", "applications"),
          Set.of("clientSecret", "client_secret", "password", "Authorization"),
          Set.of("data"));

  private TenantRules() {}
}
