package dev.sluice.api.target.provision;

import java.util.Set;

/**
 * What the source decides about, by its names at the target. A user may have more attributes and
 * groups there: those are the target's own, and an update leaves them unchanged.
 *
 * @param groups paths such as {@code /staff/admins}
 */
public record SourceNames(Set<String> attributes, Set<String> groups) {
  public SourceNames {
    attributes = Set.copyOf(attributes);
    groups = Set.copyOf(groups);
  }
}
