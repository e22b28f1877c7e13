package dev.sluice.api.target.provision;

import dev.sluice.api.user.GroupPath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the pool's own names become at the target.
 *
 * @param attributes from the pool's name of an attribute, such as {@code custom:plan}; an attribute
 *     that is left behind, or has a field of its own, is absent
 * @param groupPaths from a group's name to its path
 * @param privileged the names of groups that may give their members rights at the target
 */
public record NamesAtTarget(
    Map<String, String> attributes, Map<String, String> groupPaths, Set<String> privileged) {
  public NamesAtTarget {
    attributes = Map.copyOf(attributes);
    groupPaths = Map.copyOf(groupPaths);
    privileged = Set.copyOf(privileged);
  }

  /** Creates names of which no group may give rights. */
  public NamesAtTarget(Map<String, String> attributes, Map<String, String> groupPaths) {
    this(attributes, groupPaths, Set.of());
  }

  /** Returns the names of a pool where everything keeps its name. */
  public static NamesAtTarget unchanged() {
    return new NamesAtTarget(Map.of(), Map.of());
  }

  /** Returns the attribute's name at the target; empty if it is left behind or has a field. */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** Returns the group's path at the target. */
  public String groupPath(String name) {
    return groupPaths.getOrDefault(name, GroupPath.of(name));
  }
}
