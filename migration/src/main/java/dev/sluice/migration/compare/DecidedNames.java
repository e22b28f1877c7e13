package dev.sluice.migration.compare;

import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.user.Group;
import dev.sluice.migration.mapping.UserMapping;
import java.util.HashSet;
import java.util.Set;

/** The attributes and groups of the target that the source decides about. */
public final class DecidedNames {
  private DecidedNames() {}

  public static SourceNames of(UserSource source, PoolDescription pool, UserMapping mapping) {
    Set<String> groups = new HashSet<>(mapping.groups().values());
    source.groups().stream().map(Group::name).map(mapping::groupPath).forEach(groups::add);
    return new SourceNames(
        Set.copyOf(mapping.attributeNamesAtTarget(pool.attributeNames())), groups);
  }
}
