package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.targets.provision.ObjectRules;
import java.util.Set;

/** Rules for comparing and showing the fields of a realm's objects. */
public final class RealmRules {
  public static final ObjectRules RULES =
      new ObjectRules(
          Set.of("defaultClientScopes", "optionalClientScopes"),
          Set.of("secret", "clientSecret", "password"),
          Set.of("attributes", "config"));

  private RealmRules() {}
}
