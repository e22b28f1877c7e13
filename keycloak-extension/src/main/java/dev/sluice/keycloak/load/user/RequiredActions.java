package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PasswordDisposition;
import dev.sluice.keycloak.wire.PlannedAction;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a user has to do at the next login, in Keycloak's words. */
public final class RequiredActions {
  private RequiredActions() {}

  public static Set<String> of(PlannedUser user) {
    var actions = new LinkedHashSet<String>();
    if (user.password() == PasswordDisposition.MUST_RESET) {
      actions.add(PlannedAction.NEW_PASSWORD.requiredAction());
    }
    user.obligations().forEach(requiredAction -> actions.add(requiredAction.requiredAction()));
    return actions;
  }
}
