package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.group.PrivilegedGroups;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Says which users must not come into the realm as they are, whoever brings them: an import, an
 * update or a first login. One for each transaction.
 */
public final class Admission {
  private final WritePlan plan;
  private final PrivilegedGroups groups;

  public Admission(KeycloakSession session, RealmModel realm, WritePlan plan) {
    this.plan = plan;
    this.groups = new PrivilegedGroups(session, realm);
  }

  /**
   * Claims what a user needs, unless it must not come in; one that is there is left as it is.
   *
   * @param objection what else speaks against it; empty if nothing does
   */
  public Clashes.Claimed claim(Clashes clashes, PlannedUser user, Optional<String> objection) {
    return clashes.claim(
        user, clashes.hasId(user.id()) ? objection : objection.or(() -> problem(user)));
  }

  /** Returns why a user that is new here must not come in; empty if it may. */
  public Optional<String> problem(PlannedUser user) {
    return problem(user, Set.of());
  }

  /**
   * Returns why a user must not become as planned; empty if it may.
   *
   * @param memberOf ids of the groups that the user is in already
   */
  public Optional<String> problem(PlannedUser user, Set<String> memberOf) {
    return user.groups().stream()
        .map(group -> plan.groups().ids().get(group))
        .filter(id -> id != null && !memberOf.contains(id))
        .flatMap(id -> groups.problem(id).stream())
        .findFirst();
  }
}
