package dev.sluice.targets.fusionauth.provision;

import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.targets.fusionauth.provision.object.RoleNames;
import dev.sluice.targets.fusionauth.users.Groups;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.OwnershipTag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The pool's groups, each with a role in every application and the pool's other data. */
final class PoolGroups {
  private final ProvisionRequest request;
  private final RoleNames roles;

  PoolGroups(ProvisionRequest request, RoleNames roles) {
    this.request = request;
    this.roles = roles;
  }

  List<DesiredObject> desired() {
    return request.pool().groups().stream().map(this::desired).toList();
  }

  private DesiredObject desired(PoolGroup group) {
    String name = Groups.nameOf(request.names().groupPath(group.name()));
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    ArrayNode given = kept.putArray("roleIds");
    roles.of(name).forEach(given::add);
    OwnershipTag.put(kept, request.pool().pool().id());
    ObjectNode facts = kept.withObject("/data/cognito").put("name", group.name());
    put(facts, "description", group.description());
    put(facts, "precedence", group.precedence() == null ? null : "" + group.precedence());
    put(facts, "roleArn", group.roleArn());
    ObjectNode once = JsonMapper.shared().createObjectNode().put("name", name);
    return new DesiredObject("group", name, "group " + group.name(), kept, once, lost(group, name));
  }

  private static void put(ObjectNode facts, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      facts.put(name, value);
    }
  }

  private static List<String> lost(PoolGroup group, String name) {
    List<String> lost = new ArrayList<>();
    if (group.precedence() != null) {
      lost.add("precedence: stored in the group's data for applications to read");
    }
    if (group.roleArn() != null) {
      lost.add("AWS role: stored in the group's data; only AWS uses it");
    }
    if (name.contains("/")) {
      lost.add("path: FusionAuth's groups are flat; the path becomes the name");
    }
    return lost;
  }
}
