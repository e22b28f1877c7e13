package dev.sluice.targets.keycloak.provision.group;

import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.targets.keycloak.provision.realm.ColumnText;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.OwnershipTag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The pool's groups, with precedence, role and description as attributes. */
public final class PoolGroups {
  private final ProvisionRequest request;

  public PoolGroups(ProvisionRequest request) {
    this.request = request;
  }

  public List<DesiredObject> desired() {
    return request.pool().groups().stream().map(this::desired).toList();
  }

  private DesiredObject desired(PoolGroup group) {
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    ObjectNode attributes = kept.putObject("attributes");
    put(attributes, OwnershipTag.FROM, request.pool().pool().id());
    put(attributes, "description", group.description());
    put(attributes, "precedence", group.precedence() == null ? null : "" + group.precedence());
    put(attributes, "roleArn", fits(group.roleArn()) ? group.roleArn() : null);
    String path = request.names().groupPath(group.name());
    ObjectNode once = JsonMapper.shared().createObjectNode().put("path", path);
    return new DesiredObject("group", path, "group " + group.name(), kept, once, lost(group));
  }

  private static void put(ObjectNode attributes, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      attributes.putArray(name).add(ColumnText.cut(value));
    }
  }

  private static List<String> lost(PoolGroup group) {
    List<String> lost = new ArrayList<>();
    if (group.precedence() != null) {
      lost.add(
          "precedence: stored as an attribute for applications to read; Keycloak's groups"
              + " have no order");
    }
    if (group.roleArn() != null) {
      lost.add(
          fits(group.roleArn())
              ? "role: stored as an attribute; only AWS uses it"
              : "role: not stored, because it has more than "
                  + ColumnText.LONGEST
                  + " characters; tokens do not have it");
    }
    if (!fits(group.description())) {
      lost.add("description: only its first " + ColumnText.LONGEST + " characters");
    }
    return lost;
  }

  private static boolean fits(@Nullable String value) {
    return value == null || ColumnText.fits(value);
  }
}
