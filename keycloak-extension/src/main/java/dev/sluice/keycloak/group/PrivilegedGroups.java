package dev.sluice.keycloak.group;

import dev.sluice.keycloak.settings.SluiceComponent;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * Keeps users out of groups that give them roles of this realm, by themselves or by a group above:
 * a user pool must not decide who has rights here. The operator may name the groups that it may
 * fill nevertheless.
 */
public final class PrivilegedGroups {
  /** The component's setting: paths of groups with roles that users may be put into. */
  public static final String SETTING = "privilegedGroups";

  /** As many roles as a message names. */
  private static final int SHOWN = 3;

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Set<String> allowed;
  private final Map<String, Optional<String>> problems = new HashMap<>();

  public PrivilegedGroups(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
    this.allowed =
        SluiceComponent.find(realm)
            .map(component -> component.getConfig().getList(SETTING))
            .map(Set::copyOf)
            .orElse(Set.of());
  }

  /** Returns why no user may be put into the group with this id; empty if users may. */
  public Optional<String> problem(String groupId) {
    return problems.computeIfAbsent(groupId, id -> find(session.groups().getGroupById(realm, id)));
  }

  /** Answers as {@link #problem} does, for a path at which there may be no group yet. */
  public Optional<String> problemAt(String path) {
    @Nullable GroupModel deepest = null;
    for (String name : GroupPath.names(path)) {
      GroupModel child = session.groups().getGroupByName(realm, deepest, name);
      if (child == null || !child.getName().equals(name)) {
        break;
      }
      deepest = child;
    }
    return deepest == null || allowed.contains(path) ? Optional.empty() : problem(deepest.getId());
  }

  private Optional<String> find(@Nullable GroupModel group) {
    if (group == null || allowed.contains(GroupPath.of(group))) {
      return Optional.empty();
    }
    var roles = new LinkedHashSet<String>();
    for (GroupModel each = group; each != null; each = each.getParent()) {
      each.getRoleMappingsStream().map(PrivilegedGroups::name).forEach(roles::add);
    }
    return roles.isEmpty() ? Optional.empty() : Optional.of(told(group, List.copyOf(roles)));
  }

  private static String name(RoleModel role) {
    return role.getContainer() instanceof ClientModel client
        ? role.getName() + " of " + client.getClientId()
        : role.getName();
  }

  private static String told(GroupModel group, List<String> roles) {
    int more = roles.size() - SHOWN;
    return ("the group %s gives its members roles in this realm (%s%s): if they shall have them, name"
            + " the group under mapping.privileged-groups and provision again; if not, choose another"
            + " path under mapping.groups")
        .formatted(
            GroupPath.of(group),
            String.join(", ", roles.subList(0, Math.min(SHOWN, roles.size()))),
            more > 0 ? " and " + more + " more" : "");
  }
}
