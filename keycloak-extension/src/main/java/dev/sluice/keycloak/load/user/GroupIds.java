package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PlannedUser;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The realm's groups that a batch's users name.
 *
 * @param ids maps a group's name in the users to its id
 * @param problems maps a group's name to why nobody can be in it here
 */
public record GroupIds(Map<String, String> ids, Map<String, String> problems) {
  /** Takes copies. */
  public GroupIds {
    ids = Map.copyOf(ids);
    problems = Map.copyOf(problems);
  }

  /** Returns the id of a group without a problem. */
  public String of(String group) {
    return Objects.requireNonNull(ids.get(group), group);
  }

  /** Returns why the user cannot be in its groups; empty if it can. */
  public Optional<String> problem(PlannedUser user) {
    return user.groups().stream().map(problems::get).filter(Objects::nonNull).findFirst();
  }
}
