package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PasswordDisposition;
import dev.sluice.keycloak.wire.PlannedAction;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.LinkedHashSet;
import java.util.Set;

/** Translates what a user must do at the next login into Keycloak's required actions. */
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
