package dev.sluice.api.target.provision;

import java.util.Map;
import java.util.Optional;

/**
 * What the pool's own names become at the target.
 *
 * @param attributes from the pool's name of an attribute, such as {@code custom:plan}; one that is
 *     left behind, or has a field of its own, is not among them
 * @param groupPaths from a group's name to its path
 */
public record NamesAtTarget(Map<String, String> attributes, Map<String, String> groupPaths) {
  public NamesAtTarget {
    attributes = Map.copyOf(attributes);
    groupPaths = Map.copyOf(groupPaths);
  }

  /** The names of a pool where everything keeps its name. */
  public static NamesAtTarget unchanged() {
    return new NamesAtTarget(Map.of(), Map.of());
  }

  /** The attribute's name at the target; empty where it is left behind or has a field. */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** The group's path at the target. */
  public String groupPath(String name) {
    return groupPaths.getOrDefault(name, "/" + name);
  }
}
