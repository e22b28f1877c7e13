package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.group.PrivilegedGroups;
import dev.sluice.keycloak.load.rule.ProfileRules;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Says which users must not come into the realm as they are, whoever brings them: an import, an
 * update or a first login. One for each transaction.
 */
public final class Admission {
  private final WritePlan plan;
  private final PrivilegedGroups groups;
  private final ProfileRules rules;

  public Admission(KeycloakSession session, RealmModel realm, WritePlan plan) {
    this.plan = plan;
    this.groups = new PrivilegedGroups(session, realm);
    this.rules = new ProfileRules(session, realm);
  }

  /**
   * Claims what a user needs, unless it must not come in; one that is there is left as it is.
   *
   * @param objection what else speaks against it; empty if nothing does
   */
  public Clashes.Claimed claim(Clashes clashes, PlannedUser user, Optional<String> objection) {
    return claim(clashes, user, objection, this::problem);
  }

  /** Claims as {@link #claim} does, before the user's groups are created. */
  public Clashes.Claimed claimBefore(
      Clashes clashes, PlannedUser user, Optional<String> objection) {
    return claim(clashes, user, objection, this::problemBefore);
  }

  private static Clashes.Claimed claim(
      Clashes clashes,
      PlannedUser user,
      Optional<String> objection,
      Function<PlannedUser, Optional<String>> rules) {
    return clashes.claim(
        user, clashes.hasId(user.id()) ? objection : objection.or(() -> rules.apply(user)));
  }

  private Optional<String> problem(PlannedUser user) {
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
        .findFirst()
        .or(() -> rules.problem(user));
  }

  private Optional<String> problemBefore(PlannedUser user) {
    return user.groups().stream()
        .flatMap(group -> groups.problemAt(group).stream())
        .findFirst()
        .or(() -> rules.problem(user));
  }
}
